/* What the endpoint tells beside the API, under /_simulator: the world, its trail, and why a request was answered so. */
import { cloudTrailEvents, type World } from '@/simulator/index.ts';

/** A part of the endpoint that is not AWS. */
export interface LocalRequest {
  readonly method: string;
  /** Path without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface LocalAnswer {
  readonly status: number;
  readonly value: unknown;
}

export interface Keeper {
  readonly world: World;
  /** Back to the world as the endpoint began with. */
  readonly reset: () => void;
}

type Route = (keeper: Keeper, rest: string, query: URLSearchParams) => LocalAnswer;

const ok = (value: unknown): LocalAnswer => ({ status: 200, value });

const notFound = (message: string): LocalAnswer => ({ status: 404, value: { error: message } });

const longestPage = 1000;

const routes: Readonly<Record<string, Route>> = {
  'GET health': () => ok({ status: 'ok' }),
  'GET world': ({ world }) => ok(world.snapshot()),
  'GET trail': ({ world }, _, query) => {
    const limit = Number(query.get('limit') ?? 100);
    if (!Number.isInteger(limit) || limit < 1 || limit > longestPage) {
      return { status: 400, value: { error: `limit is a whole number from 1 to ${longestPage}` } };
    }
    const from = Math.max(0, world.trail.length - limit);
    return ok({ Records: world.trail.slice(from).flatMap((record) => cloudTrailEvents(record)) });
  },
  'GET explain': ({ world }, requestId) => {
    const record = world.trail
      .slice(Math.max(0, world.trail.length - longestPage))
      .find((one) => one.requestId === requestId);
    if (record === undefined) return notFound(`no request ${requestId} among the last ${longestPage}`);
    return ok({ record, decision: world.decisionOf(requestId) });
  },
  'POST reset': (keeper) => {
    keeper.reset();
    return ok({ status: 'reset' });
  },
};

/** Answers what is under `/_simulator/`; undefined for every other path. */
export function answerLocal(keeper: Keeper, { method, path, query }: LocalRequest): LocalAnswer | undefined {
  const [, prefix, name = '', rest = ''] = path.split('/');
  if (prefix !== '_simulator') return undefined;
  const route = routes[`${method} ${name}`];
  if (route) return route(keeper, rest, query);
  const known = Object.keys(routes).map((one) => one.replace(' ', ' /_simulator/'));
  return notFound(`there is no ${method} ${path}; there are: ${known.join(', ')}`);
}
