import type { Environment, OrganizationLevel, PolicyInput } from '../authorize/types.ts';

export type Json = { readonly [element: string]: unknown };
type Edit = (statements: readonly Json[]) => readonly Json[];

/** Where policies stand in an environment. */
export const slots = [
  'resourcePolicy',
  'identityPolicies',
  'permissionBoundaries',
  'sessionPolicies',
  'vpcEndpointPolicies',
  'scps',
  'rcps',
] as const;
export type Slot = (typeof slots)[number];

/** The environment with the statements of its policies of one kind changed; policies are JSON values here. */
export function inPoliciesOf(environment: Environment, slot: Slot, edit: Edit): Environment {
  const value = environment[slot];
  if (value === null || value === undefined) return environment;
  if (slot === 'resourcePolicy')
    return { ...environment, resourcePolicy: edited(value as PolicyInput, edit) };
  if (slot === 'scps' || slot === 'rcps') {
    const levels = value as readonly OrganizationLevel[];
    return {
      ...environment,
      [slot]: levels.map((level) => ({ ...level, policies: level.policies.map((one) => edited(one, edit)) })),
    };
  }
  return { ...environment, [slot]: (value as readonly PolicyInput[]).map((one) => edited(one, edit)) };
}

/** The environment with the statements of all its policies changed. */
export function inEveryPolicy(environment: Environment, edit: Edit): Environment {
  return slots.reduce((changed, slot) => inPoliciesOf(changed, slot, edit), environment);
}

function edited(policy: PolicyInput, edit: Edit): PolicyInput {
  const document = policy as Json;
  return { ...document, Statement: edit([document.Statement ?? []].flat() as Json[]) };
}
