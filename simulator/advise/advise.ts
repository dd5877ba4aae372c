import { compareAccess } from '../access/diff.ts';
import type { AccessDiff, PrincipalOrigin } from '../access/types.ts';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { AccessRequest, Decision, Environment, Note } from '../authorize/types.ts';
import type { Proposal } from './policy-edit.ts';
import { proposalsFor } from './proposals.ts';
import { requestFixes } from './request-fixes.ts';
import { ofEntry, type Situation, situationOf } from './situation.ts';
import type { Advice, Change, ChangeCode, WayToAllow } from './types.ts';

/** More policies than this seldom stand in the way at once. */
const mostChanges = 4;
const mostDecisions = 80;
const mostWays = 12;

/**
 * The smallest changes that let a denied request pass: to the policies, to the request, or a grant. Each
 * is decided in the changed environment before it is offered, and tells what it opens to everybody.
 */
export function waysToAllow(environment: Environment, request: AccessRequest): Advice {
  const decision = prepareAuthorizer(environment).explain(request);
  if (decision.verdict === 'Allowed') return { ways: [], impossible: null };
  if (decision.verdict === 'NotSimulated') return nothing(decision.notes[0]?.code ?? 'notSimulated', {});
  const search = new Search();
  search.from({ environment, request, changes: [] }, decision);
  const ways = search.found.map((found) => asWay(environment, request, found));
  if (ways.length === 0) return nothing(...reasonOf(situationOf(environment, request, decision)));
  return {
    ways: ways.sort(byOpening),
    impossible: null,
  };
}

function nothing(code: string, data: Note['data']): Advice {
  return { ways: [], impossible: { code, data } };
}

/** Why there is no way. */
function reasonOf(situation: Situation | null): [string, Note['data']] {
  if (situation === null) return ['noWayFound', {}];
  const { step, action, environment, caller } = situation;
  const data = { action: action.full, principal: caller.arn };
  if (step.code === 'crossAccount') {
    return [
      step.data.closed === 'awsManagedKey' ? 'awsManagedKeyStaysInAccount' : 'cannotCrossAccounts',
      data,
    ];
  }
  if (step.code === 'keyPolicy' && environment.key?.manager === 'AWS')
    return ['awsManagedKeyPolicyIsFixed', data];
  if (action.name === 'RetireGrant' && step.code === 'grants') return ['grantDecidesWhoRetires', data];
  if (step.code === 'resource') return ['noSuchKey', { ...data, resource: situation.request.resource }];
  return ['noWayFound', data];
}

interface State {
  readonly environment: Environment;
  readonly request: AccessRequest;
  readonly changes: readonly Change[];
}

/** Goes from denial to denial: what removes one may meet the next. */
class Search {
  readonly found: State[] = [];
  private decisions = 0;

  from(state: State, decision: Decision): void {
    const situation = situationOf(state.environment, state.request, decision);
    if (situation === null || this.decisions >= mostDecisions) return;
    const next: { readonly state: State; readonly decision: Decision }[] = [];
    for (const proposal of this.proposals(state, situation)) {
      if (this.decisions++ >= mostDecisions) return;
      const after = applied(state, proposal);
      const decided = prepareAuthorizer(after.environment).explain(after.request);
      if (decided.verdict === 'Allowed') this.keep(after);
      else if (after.changes.length < mostChanges && cameFurther(after, decided, situation)) {
        next.push({ state: after, decision: decided });
      }
    }
    for (const { state: after, decision: decided } of next) this.from(after, decided);
  }

  private proposals({ environment, request, changes }: State, situation: Situation): readonly Proposal[] {
    const isPart =
      situation.request.action !== request.action || situation.request.resource !== request.resource;
    // A part's request is not the whole's, and a request to change besides a policy is no small change.
    const fixes = isPart || changes.length > 0 ? [] : requestFixes(environment, situation);
    const edits = proposalsFor(situation).map((proposal) =>
      isPart && proposal.change.type !== 'request' ? { ...proposal, request } : proposal,
    );
    return [...fixes, ...edits.filter(({ change }) => !isPart || change.type !== 'request')];
  }

  /** A way that holds another way whole is no smaller way. */
  private keep(state: State): void {
    const names = state.changes.map(nameOf);
    const covered = this.found.some(({ changes }) =>
      changes.every((change) => names.includes(nameOf(change))),
    );
    if (!covered && this.found.length < mostWays) this.found.push(state);
  }
}

function nameOf(change: Change): string {
  switch (change.type) {
    case 'policy':
      return `${change.code} ${change.kind} ${change.index} ${change.caller} ${change.keyArn} ${JSON.stringify(change.data)}`;
    case 'grant':
      return `grant ${JSON.stringify(change.grant)}`;
    case 'request':
      return `request ${JSON.stringify(change.data)}`;
  }
}

function applied({ changes }: State, { change, environment, request }: Proposal): State {
  return { environment, request, changes: [...changes, change] };
}

function cameFurther({ environment, request }: State, decision: Decision, before: Situation): boolean {
  const situation = situationOf(environment, request, decision);
  return situation !== null && situation.rank > before.rank;
}

function asWay(
  before: Environment,
  asked: AccessRequest,
  { environment, request, changes }: State,
): WayToAllow {
  const [first] = changes;
  if (first === undefined) throw new Error('a way has a change');
  const also = typeof asked.principal === 'string' ? [asked.principal] : [];
  const effect = environment === before ? unchanged : effectOn(before, environment, also);
  return {
    code: first.code,
    data: first.data,
    changes,
    ...(request !== asked && { request }),
    environment,
    effect,
    verified: true,
  };
}

const unchanged: AccessDiff = { gains: [], losses: [], unexplored: [], notes: [] };

/** The effect on every key of the environment; witnesses name the key. */
function effectOn(before: Environment, after: Environment, also: readonly string[]): AccessDiff {
  const diffs = [compareAccess(before, after, { also })];
  (before.keys ?? []).forEach((entry, i) => {
    const changed = after.keys?.[i];
    if (changed) diffs.push(compareAccess(ofEntry(before, entry), ofEntry(after, changed), { also }));
  });
  return {
    gains: diffs.flatMap(({ gains }) => gains),
    losses: diffs.flatMap(({ losses }) => losses),
    unexplored: diffs.flatMap(({ unexplored }) => unexplored),
    notes: diffs.flatMap(({ notes }) => notes),
  };
}

/** Of ways that open as much, the more usual one, and the one that says more exactly what it allows. */
const preference: readonly ChangeCode[] = [
  'useKeyArn',
  'useAlias',
  'sendGrantToken',
  'callThroughService',
  'useEndpoint',
  'sendEncryptionContext',
  'changeRequest',
  'addIdentityPolicy',
  'addAction',
  'addStatement',
  'createGrant',
  'fixResource',
  'exceptServices',
  'exceptCaller',
  'widenCondition',
  'addPrincipal',
  'removeActionFromDeny',
  'removeCondition',
  'addAccountStatement',
  'removeDeny',
];

const weights: Readonly<Record<PrincipalOrigin, number>> = {
  asked: 1,
  caller: 1,
  condition: 2,
  grant: 1,
  keyPolicy: 1,
  root: 5,
  account: 50,
  outsider: 1000,
};

/** How much a way opens, to compare it with others: whom, times how many actions. */
function opened({ effect }: WayToAllow): number {
  let sum = 0;
  for (const { principal, actions, conditions } of effect.gains) {
    const bounded = Object.keys(conditions).length > 0 ? 0.5 : 1;
    // To retire a grant opens nothing.
    const counted = actions.filter(({ action }) => action !== 'kms:RetireGrant').length;
    sum += weights[principal.origin] * counted * bounded;
  }
  return sum;
}

function byOpening(a: WayToAllow, b: WayToAllow): number {
  return (
    opened(a) - opened(b) ||
    a.changes.length - b.changes.length ||
    preference.indexOf(a.code) - preference.indexOf(b.code)
  );
}
