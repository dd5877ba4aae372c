import { compareAccess } from '../access/diff.ts';
import type { AccessDiff } from '../access/types.ts';
import type { Environment, OrganizationLevel, PolicyInput } from '../authorize/types.ts';

/**
 * Who gains and who loses access when a policy's text becomes another one. Null when the text is not among
 * the environment's policies, so that nothing could be compared. Takes milliseconds to some hundreds.
 */
export function previewAccess(environment: Environment, text: string, later: string): AccessDiff | null {
  const after = replacePolicy(environment, text, later);
  return after === null ? null : compareAccess(environment, after);
}

/** The environment with every policy of one text given another; null when there is none. */
function replacePolicy(environment: Environment, text: string, later: string): Environment | null {
  let found = false;
  const one = (policy: PolicyInput): PolicyInput => {
    if (policy === text) {
      found = true;
      return later;
    }
    if (typeof policy === 'object' && policy.text === text) {
      found = true;
      return { ...policy, text: later };
    }
    return policy;
  };
  const all = (policies: readonly PolicyInput[]) => policies.map(one);
  const levels = (list: readonly OrganizationLevel[]) =>
    list.map((level) => ({ ...level, policies: all(level.policies) }));
  const {
    resourcePolicy,
    identityPolicies,
    permissionBoundaries,
    sessionPolicies,
    vpcEndpointPolicies,
    scps,
    rcps,
    callers,
  } = environment;
  const after: Environment = {
    ...environment,
    ...(resourcePolicy && { resourcePolicy: one(resourcePolicy) }),
    ...(identityPolicies && { identityPolicies: all(identityPolicies) }),
    ...(permissionBoundaries && { permissionBoundaries: all(permissionBoundaries) }),
    ...(sessionPolicies && { sessionPolicies: all(sessionPolicies) }),
    ...(vpcEndpointPolicies && { vpcEndpointPolicies: all(vpcEndpointPolicies) }),
    ...(scps && { scps: levels(scps) }),
    ...(rcps && { rcps: levels(rcps) }),
    ...(callers && {
      callers: callers.map((caller) => ({
        ...caller,
        ...(caller.identityPolicies && { identityPolicies: all(caller.identityPolicies) }),
        ...(caller.permissionBoundaries && { permissionBoundaries: all(caller.permissionBoundaries) }),
        ...(caller.sessionPolicies && { sessionPolicies: all(caller.sessionPolicies) }),
        ...(caller.scps && { scps: levels(caller.scps) }),
      })),
    }),
  };
  return found ? after : null;
}
