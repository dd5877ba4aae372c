/*
 * A denied request at the place where it is denied: for an operation of several parts, the part.
 */
import type { AccessRequest, Decision, Environment, KeyEntry, Step } from '../authorize/types.ts';
import { type ParsedAction, parseAction } from '../match/action.ts';
import { type ParsedCaller, parseCaller } from '../match/caller.ts';

export interface Situation {
  readonly environment: Environment;
  readonly request: AccessRequest;
  readonly decision: Decision;
  readonly step: Step;
  readonly caller: ParsedCaller;
  readonly action: ParsedAction;
  /** What policies speak of: the key's ARN, the alias, `*`. */
  readonly resource: string;
  /** The key, where it is not the environment's own. */
  readonly keyArn: string | null;
  /** How far the request came: a later step, or fewer denies, is a higher number. */
  readonly rank: number;
  /** The whole environment after a change to this part's. */
  whole(changed: Environment): Environment;
}

const order = [
  'resource',
  'explicitDeny',
  'serviceControlPolicies',
  'crossAccount',
  'keyPolicy',
  'resourcePolicy',
  'grants',
  'identityPolicies',
  'permissionsBoundary',
  'sessionPolicies',
  'vpcEndpointPolicies',
];

/** Looks at a denial; null where there is none, or nothing could be decided. */
export function situationOf(
  environment: Environment,
  request: AccessRequest,
  decision: Decision,
): Situation | null {
  const parts = decision.parts ?? [];
  const at = parts.findIndex((part) => part.decision.verdict === decision.verdict);
  const part = parts[at];
  const denial = part?.decision ?? decision;
  const step = denial.steps.findLast(({ decisive }) => decisive);
  const asked = part ? { ...request, action: part.action, resource: part.resource } : request;
  const caller = parseCaller(asked.principal);
  const action = parseAction(asked.action);
  if (step === undefined || caller === null || action === null) return null;
  const entry = environment.keys?.find(
    ({ key }) => key.arn === asked.resource && key.arn !== environment.key?.arn,
  );
  const denies = step.statements.filter(({ matched }) => matched).length;
  return {
    environment: entry ? ofEntry(environment, entry) : environment,
    request: asked,
    decision: denial,
    step,
    caller,
    action,
    resource: denial.steps[0]?.data.resource ?? asked.resource,
    keyArn: entry?.key.arn ?? null,
    rank:
      at * 10_000 +
      order.indexOf(step.code) * 500 +
      Number(step.data.silent ?? 0) -
      (step.code === 'explicitDeny' ? denies : 0),
    whole: (changed) => (entry ? backTo(environment, entry, changed) : changed),
  };
}

/** The environment seen from another of its keys. */
export function ofEntry(
  environment: Environment,
  { key, resourcePolicy = null, grants = null, rcps }: KeyEntry,
): Environment {
  return { ...environment, key, resourcePolicy, grants, rcps: rcps ?? environment.rcps ?? null };
}

/** What belongs to the second key goes back to it; what belongs to callers is everybody's. */
function backTo(environment: Environment, entry: KeyEntry, changed: Environment): Environment {
  const { resourcePolicy = null, grants = null } = changed;
  return {
    ...changed,
    key: environment.key ?? null,
    resourcePolicy: environment.resourcePolicy ?? null,
    grants: environment.grants ?? null,
    rcps: environment.rcps ?? null,
    keys: (environment.keys ?? []).map((other) =>
      other === entry ? { ...entry, resourcePolicy, grants } : other,
    ),
  };
}
