import 'server-only';
import { z } from 'zod';
import { type Answer, problem, respond } from './answer.ts';
import { readConfiguration } from './configuration.ts';
import { type Learner, learners, type Recognition } from './learner.ts';
import { describeFailure, log } from './log.ts';
import { foreignWrite } from './origin.ts';
import { type Parsed, parseWith, readJson } from './read-json.ts';

/** The schemas of everything that comes in from outside; what a route does not name, it does not take. */
interface Schemas<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
}

interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** `optional`: null for whom there is no cookie. `required`: 404 for them. `create`: they become a learner. */
type Access = 'optional' | 'required' | 'create';

type LearnerFor<A extends Access> = A extends 'optional' ? Learner | null : Learner;

type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** What nobody may find out: whether something is not there or is somebody else's. */
export const notFound = problem(404, 'not_found', 'There is nothing under this address that you may see.');

/**
 * Makes a route handler of `handle`, which is called with parsed input and with the learner only. Everything that
 * guards the data lies here, in this order: origin, input, learner; so that nobody becomes a learner by a request
 * that is refused.
 */
export function route<
  A extends Access,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  access: A,
  schemas: Schemas<Params, Query, Body>,
  handle: (
    learner: LearnerFor<A>,
    input: Input<z.infer<Params>, z.infer<Query>, z.infer<Body>>,
  ) => Promise<Answer>,
): RouteHandler {
  return async (request, context) => {
    try {
      const foreign = isRead(request) ? null : foreignWrite(request, readConfiguration().publicUrl);
      if (foreign) return respond(foreign);
      const input = await readInput(request, await context.params, schemas);
      if (!input.ok) return respond(input.answer);
      const known = await learnerFor(access, request);
      if (!known && access !== 'optional') return respond(notFound);
      // `access` has just decided whether the learner may be null.
      const learner = (known?.learner ?? null) as LearnerFor<A>;
      return respond(await handle(learner, input.value), known?.cookies);
    } catch (error) {
      log('error', 'request-failed', { method: request.method, ...describeFailure(error) });
      return respond(
        problem(500, 'internal', 'The server failed. What you did is kept in this browser; try again.'),
      );
    }
  };
}

async function learnerFor(access: Access, request: Request): Promise<Recognition | null> {
  const known = await learners().recognize(request);
  return known ?? (access === 'create' ? learners().welcome() : null);
}

async function readInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  request: Request,
  rawParams: unknown,
  schemas: Schemas<Params, Query, Body>,
): Promise<Parsed<Input<z.infer<Params>, z.infer<Query>, z.infer<Body>>>> {
  const params = parseWith(schemas.params ?? z.any(), schemas.params && rawParams, 'address');
  if (!params.ok) return params;
  const rawQuery = Object.fromEntries(new URL(request.url).searchParams);
  const query = parseWith(schemas.query ?? z.any(), schemas.query && rawQuery, 'query');
  if (!query.ok) return query;
  const body = schemas.body ? await readJson(request, schemas.body) : parseWith(z.any(), undefined, 'body');
  if (!body.ok) return body;
  const value = { params: params.value, query: query.value, body: body.value };
  return { ok: true, value: value as Input<z.infer<Params>, z.infer<Query>, z.infer<Body>> };
}

function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
