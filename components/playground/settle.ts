/* From the playground's state to what is shown: problems of every text, and the decision that holds. */
import {
  type DocumentKind,
  grantsProblem,
  type PlaygroundDocument,
  type PlaygroundState,
  toEnvironment,
  toRequest,
} from '@/lib/model/playground.ts';
import { type RequestProblems, requestProblems } from '@/lib/model/request-form.ts';
import { actionNames } from '@/simulator/catalog/actions.ts';
import { type Decision, type ParsedPolicy, parsePolicy, prepareAuthorizer } from '@/simulator/index.ts';

const kmsActions = new Set(actionNames.map((name) => `kms:${name}`.toLowerCase()));

/** Why the decision shown is an earlier one: the text or the request cannot be used as it is. */
export type Stale =
  | { readonly because: 'document'; readonly document: string }
  | { readonly because: 'request' };

export interface Settled {
  /** Parsed policies by document id; a list of grants is not one. */
  readonly parsed: Readonly<Record<string, ParsedPolicy>>;
  /** By document id, in words: lists of grants that cannot be read. */
  readonly grantsProblems: Readonly<Record<string, string>>;
  readonly requestProblems: RequestProblems;
  /** Null only when there was never anything to decide. */
  readonly decision: Decision | null;
  readonly stale: Stale | null;
  /** How long reading and deciding took; null where nobody measured, and while the decision is an earlier one. */
  readonly milliseconds: number | null;
}

/** Tells the time in milliseconds, from whatever beginning. */
export type Clock = () => number;

function isBroken(document: PlaygroundDocument, parsed: ParsedPolicy | undefined): boolean {
  if (document.kind === 'grants') return grantsProblem(document.text) !== null;
  return parsed?.problems.some(({ severity }) => severity === 'error') ?? false;
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
  const broken = state.documents.find((document) => isBroken(document, parsed[document.id]));
  const base = { parsed, grantsProblems, requestProblems: problems, milliseconds: null };
  const decision = previous?.decision ?? null;
  if (broken) return { ...base, decision, stale: { because: 'document', document: broken.id } };
  if (Object.keys(problems).length > 0) return { ...base, decision, stale: { because: 'request' } };
  const settled = {
    ...base,
    decision: prepareAuthorizer(toEnvironment(state)).explain(toRequest(state.request)),
    stale: null,
  };
  return clock && began !== undefined ? { ...settled, milliseconds: clock() - began } : settled;
}

/** The document that a decision's policy was read from. */
export function documentOf(
  state: PlaygroundState,
  decision: Decision,
  policy: number,
): PlaygroundDocument | undefined {
  const ref = decision.policies[policy];
  if (!ref) return undefined;
  const kind = ref.kind as DocumentKind;
  return state.documents.find((document) => document.kind === kind && document.text === ref.text);
}
