/* From the playground's state to what is shown: problems of every text, and the decision that holds. */
import { grantsProblem } from '@/lib/model/grant-list.ts';
import { meets } from '@/lib/model/lab.ts';
import type { PlaygroundDocument, PlaygroundState, SavedRequest } from '@/lib/model/playground.ts';
import { type WorldEnvironment, worldEnvironment } from '@/lib/model/playground-environment.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import { type RequestProblems, requestProblems } from '@/lib/model/request-form.ts';
import { actionNames } from '@/simulator/catalog/actions.ts';
import {
  type Authorizer,
  type Decision,
  type ParsedPolicy,
  parsePolicy,
  prepareAuthorizer,
  type Verdict,
} from '@/simulator/index.ts';

const kmsActions = new Set(actionNames.map((name) => `kms:${name}`.toLowerCase()));

/** Why the decision shown is an earlier one: the text or the request cannot be used as it is. */
export type Stale =
  | { readonly because: 'document'; readonly document: string; readonly line: number }
  | { readonly because: 'request' };

/** The policies made ready for decisions, for as long as none of them changes. */
interface Prepared {
  readonly world: PlaygroundState['world'];
  readonly documents: PlaygroundState['documents'];
  readonly key: string;
  readonly principal: string;
  readonly worldEnvironment: WorldEnvironment;
  readonly authorizer: Authorizer;
}

/** What a saved request came to; null where it cannot be asked. */
export interface SavedResult {
  readonly id: string;
  readonly verdict: Verdict | null;
  readonly passed: boolean;
}

export interface Settled {
  /** Parsed policies by document id; a list of grants is not one. */
  readonly parsed: Readonly<Record<string, ParsedPolicy>>;
  /** By document id, in words: lists of grants that cannot be read. */
  readonly grantsProblems: Readonly<Record<string, string>>;
  readonly requestProblems: RequestProblems;
  /** Null only when there was never anything to decide. */
  readonly decision: Decision | null;
  /** What the decision was made from; null as long as there is none. */
  readonly prepared: Prepared | null;
  readonly saved: readonly SavedResult[];
  readonly stale: Stale | null;
  /** How long reading and deciding took; null where nobody measured, and while the decision is an earlier one. */
  readonly milliseconds: number | null;
}

/** Tells the time in milliseconds, from whatever beginning. */
export type Clock = () => number;

/** The line of what makes a document unusable; null where nothing does. */
function brokenLine(document: PlaygroundDocument, parsed: ParsedPolicy | undefined): number | null {
  if (document.kind === 'grants') return grantsProblem(document.text) === null ? null : 1;
  const problem = parsed?.problems.find(({ severity }) => severity === 'error');
  return problem ? document.text.slice(0, problem.range.start).split('\n').length : null;
}

/** Parses only what changed: a policy's text is compared by identity with the one parsed before. */
function parseDocuments(state: PlaygroundState, previous: Settled | null): Settled['parsed'] {
  const entries: [string, ParsedPolicy][] = [];
  for (const { id, kind, text } of state.documents) {
    if (kind === 'grants') continue;
    const before = previous?.parsed[id];
    entries.push([id, before?.text === text && before.kind === kind ? before : parsePolicy(text, kind)]);
  }
  return Object.fromEntries(entries);
}

/** Whoever only asks something else is answered from the policies as they were prepared. */
function prepare({ world, documents, request }: PlaygroundState, before: Prepared | null): Prepared {
  const { key, principal } = request;
  const same =
    before?.world === world &&
    before.documents === documents &&
    before.key === key &&
    before.principal === principal;
  if (before && same) return before;
  const prepared = worldEnvironment({ world, documents }, key, principal);
  const authorizer = prepareAuthorizer(prepared.environment);
  return { world, documents, key, principal, worldEnvironment: prepared, authorizer };
}

function firstBroken(state: PlaygroundState, parsed: Settled['parsed']): Stale | null {
  for (const document of state.documents) {
    const line = brokenLine(document, parsed[document.id]);
    if (line !== null) return { because: 'document', document: document.id, line };
  }
  return null;
}

function runSaved(saved: readonly SavedRequest[], prepared: Prepared): readonly SavedResult[] {
  return saved.map(({ id, request, want }) => {
    if (Object.keys(requestProblems(request, kmsActions)).length > 0) {
      return { id, verdict: null, passed: false };
    }
    const verdict = prepared.authorizer.decide(toRequest(request));
    return { id, verdict, passed: meets(verdict, want) };
  });
}

/**
 * Decides the state. While a policy is one that AWS would refuse, or the request cannot be read, the last
 * decision stays, marked as stale: in AWS, too, the policy saved last goes on counting.
 */
export function settle(state: PlaygroundState, previous: Settled | null, clock?: Clock): Settled {
  const began = clock?.();
  const parsed = parseDocuments(state, previous);
  const problems = requestProblems(state.request, kmsActions);
  const grantsProblems = Object.fromEntries(
    state.documents
      .filter(({ kind }) => kind === 'grants')
      .map(({ id, text }) => [id, grantsProblem(text)] as const)
      .filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const base = { parsed, grantsProblems, requestProblems: problems, milliseconds: null };
  const last = {
    decision: previous?.decision ?? null,
    prepared: previous?.prepared ?? null,
    saved: previous?.saved ?? [],
  };
  const broken = firstBroken(state, parsed);
  if (broken) return { ...base, ...last, stale: broken };
  if (Object.keys(problems).length > 0) return { ...base, ...last, stale: { because: 'request' } };
  const prepared = prepare(state, last.prepared);
  const settled = {
    ...base,
    decision: prepared.authorizer.explain(toRequest(state.request)),
    prepared,
    saved: runSaved(state.savedRequests, prepared),
    stale: null,
  };
  return clock && began !== undefined ? { ...settled, milliseconds: clock() - began } : settled;
}

/** The document that a decision's policy was read from. */
export function documentOf(
  { decision, prepared }: Pick<Settled, 'decision' | 'prepared'>,
  policy: number,
): string | undefined {
  const ref = decision?.policies[policy];
  return ref && prepared?.worldEnvironment.documentOf(ref);
}
