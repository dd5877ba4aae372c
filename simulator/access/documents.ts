/*
 * The policies of an environment as a list, each with its place, so that one can be read, or exchanged
 * for another, wherever it is attached.
 */
import type { Caller, Environment, OrganizationLevel, PolicyInput, PolicyText } from '../authorize/types.ts';
import type { PolicyKind } from '../policy/types.ts';

export interface PolicyPlace {
  readonly kind: PolicyKind;
  /** Position among the policies of its kind, as in `Decision.policies`. */
  readonly index: number;
  /** The listed caller that it belongs to; null: to nobody in particular. */
  readonly caller: string | null;
  /** Organization policies: the level, from the root down. */
  readonly level: number | null;
  readonly input: PolicyInput;
  /** The environment with another policy in this place; null takes the policy away. */
  exchange(by: PolicyInput | null): Environment;
}

type Put = (by: PolicyInput | null) => Environment;
type Lists = 'identityPolicies' | 'permissionBoundaries' | 'sessionPolicies';

const listKinds: readonly (readonly [Lists, PolicyKind])[] = [
  ['identityPolicies', 'identity'],
  ['permissionBoundaries', 'boundary'],
  ['sessionPolicies', 'session'],
];

function isPolicyText(input: PolicyInput): input is PolicyText {
  return typeof input === 'object' && typeof input.text === 'string' && !('Statement' in input);
}

/** The text that ranges in a trace point into. */
export function textOf(input: PolicyInput): string {
  if (typeof input === 'string') return input;
  return isPolicyText(input) ? input.text : JSON.stringify(input, null, 2);
}

/** Statements that are switched off, by position. */
export function disabledIn(input: PolicyInput): readonly number[] {
  return typeof input === 'object' && isPolicyText(input) ? (input.disabled ?? []) : [];
}

/** Another text in the place of a policy; its name, and what is switched off, stay. */
export function withText(input: PolicyInput, text: string): PolicyInput {
  return typeof input === 'object' && isPolicyText(input) ? { ...input, text } : text;
}

function exchanged<T>(list: readonly T[], at: number, by: T | null): readonly T[] {
  return by === null ? list.filter((_, i) => i !== at) : list.map((item, i) => (i === at ? by : item));
}

/** Every policy, in the order in which the authorizer reads them. */
export function policyPlaces(environment: Environment, service: 'kms' | 'other'): readonly PolicyPlace[] {
  const places: PolicyPlace[] = [];
  const counts = new Map<PolicyKind, number>();
  const add = (
    kind: PolicyKind,
    input: PolicyInput,
    exchange: Put,
    caller: string | null = null,
    level: number | null = null,
  ) => {
    const index = counts.get(kind) ?? 0;
    counts.set(kind, index + 1);
    places.push({ kind, index, caller, level, input, exchange });
  };
  const addLevels = (
    kind: PolicyKind,
    levels: readonly OrganizationLevel[] | null | undefined,
    put: (levels: readonly OrganizationLevel[]) => Environment,
    caller: string | null,
  ) => {
    (levels ?? []).forEach((level, at) => {
      level.policies.forEach((input, i) => {
        const exchange: Put = (by) =>
          put(exchanged(levels ?? [], at, { ...level, policies: exchanged(level.policies, i, by) }));
        add(kind, input, exchange, caller, at);
      });
    });
  };
  const addOwned = (
    owner: Pick<Caller, Lists | 'scps'>,
    put: (change: Partial<Caller>) => Environment,
    caller: string | null,
  ) => {
    for (const [list, kind] of listKinds) {
      (owner[list] ?? []).forEach((input, i) => {
        add(kind, input, (by) => put({ [list]: exchanged(owner[list] ?? [], i, by) }), caller);
      });
    }
    addLevels('scp', owner.scps, (scps) => put({ scps }), caller);
  };

  const { resourcePolicy, callers = [] } = environment;
  if (resourcePolicy !== null && resourcePolicy !== undefined) {
    const kind = service === 'kms' ? 'key' : 'resource';
    add(kind, resourcePolicy, (by) => ({ ...environment, resourcePolicy: by }));
  }
  addOwned(environment, (change) => ({ ...environment, ...change }), null);
  callers.forEach((caller, i) => {
    addOwned(
      { scps: environment.scps ?? null, ...caller },
      (change) => ({ ...environment, callers: exchanged(callers, i, { ...caller, ...change }) }),
      caller.arn,
    );
  });
  addLevels('rcp', environment.rcps, (rcps) => ({ ...environment, rcps }), null);
  const endpoints = environment.vpcEndpointPolicies ?? [];
  endpoints.forEach((input, i) => {
    add('endpoint', input, (by) => ({ ...environment, vpcEndpointPolicies: exchanged(endpoints, i, by) }));
  });
  return places;
}
