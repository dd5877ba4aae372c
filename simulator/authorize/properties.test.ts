import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { prepareAuthorizer } from '../index.ts';
import { anyEnvironment, anyRequest, anyStatement } from '../testing/arbitraries.ts';
import { inEveryPolicy, inPoliciesOf, type Json, type Slot, slots } from '../testing/edit-policies.ts';
import type { AccessRequest, Environment, Verdict } from './types.ts';

vi.setConfig({ testTimeout: 60_000 });

const requests = fc.array(anyRequest, { minLength: 10, maxLength: 10 });
const decide = (environment: Environment, request: AccessRequest) =>
  prepareAuthorizer(environment).decide(request);

/** Checks a relation between the verdicts before and after a change of the environment. */
function changing<T>(
  change: fc.Arbitrary<T>,
  apply: (environment: Environment, by: T) => Environment,
  holds: (before: Verdict, after: Verdict, request: AccessRequest) => boolean,
) {
  fc.assert(
    fc.property(anyEnvironment, requests, change, (environment, asked, by) => {
      const before = prepareAuthorizer(environment);
      const after = prepareAuthorizer(apply(environment, by));
      for (const request of asked) {
        const verdicts = [before.decide(request), after.decide(request)] as const;
        if (!holds(...verdicts, request)) expect({ request, verdicts }).toBe('otherwise');
      }
    }),
    { numRuns: 500 },
  );
}

const same = (before: Verdict, after: Verdict) => before === after;
const nothing = fc.constant(null);

const addition = (effect: 'Allow' | 'Deny') =>
  fc
    .constantFrom<Slot>(...slots)
    .chain((slot) =>
      fc.record({ slot: fc.constant(slot), statement: anyStatement(withinOf(slot), [effect]) }),
    );

function withinOf(slot: Slot) {
  if (slot === 'rcps') return 'organization';
  return slot === 'resourcePolicy' || slot === 'vpcEndpointPolicies' ? 'resource' : 'identity';
}

/** Adds the statement to the documents that are there; a policy that is absent stays absent. */
const adding = (environment: Environment, { slot, statement }: { slot: Slot; statement: Json }) =>
  inPoliciesOf(environment, slot, (statements) => [...statements, statement]);

describe('what another statement can do', () => {
  test('an added Deny never turns a denial into an allow', () => {
    changing(addition('Deny'), adding, (before, after) => before === 'Allowed' || after !== 'Allowed');
  });

  test('an added Deny never hides an explicit denial', () => {
    changing(
      addition('Deny'),
      adding,
      (before, after) => before !== 'ExplicitlyDenied' || after === 'ExplicitlyDenied',
    );
  });

  test('an added Allow never turns an allow into a denial', () => {
    changing(addition('Allow'), adding, (before, after) => before !== 'Allowed' || after === 'Allowed');
  });

  test('an added Allow neither makes nor unmakes an explicit denial', () => {
    changing(
      addition('Allow'),
      adding,
      (before, after) => (before === 'ExplicitlyDenied') === (after === 'ExplicitlyDenied'),
    );
  });

  test('a statement said twice says no more than once', () => {
    changing(nothing, (environment) => inEveryPolicy(environment, (all) => [...all, ...all]), same);
  });

  test('a boundary or session policy never gives anything', () => {
    const limits = { permissionBoundaries: null, sessionPolicies: null };
    changing(
      nothing,
      (environment) => ({ ...environment, ...limits }),
      (withLimits, without, { principal }) =>
        // A federated user is the exception: without a session policy it has no permissions of its own.
        `${principal}`.includes(':federated-user/') || without === 'Allowed' || withLimits !== 'Allowed',
    );
  });

  test('organizations and endpoints never give anything', () => {
    changing(
      nothing,
      (environment) => ({ ...environment, scps: null, rcps: null, vpcEndpointPolicies: null }),
      (within, without) => without === 'Allowed' || within !== 'Allowed',
    );
  });

  test('a grant never denies', () => {
    changing(
      nothing,
      (environment) => ({ ...environment, grants: [] }),
      (withGrants, without) =>
        withGrants === without || (without === 'ImplicitlyDenied' && withGrants === 'Allowed'),
    );
  });
});

describe('what never matters', () => {
  test('the order of statements', () => {
    changing(nothing, (environment) => inEveryPolicy(environment, (all) => [...all].reverse()), same);
  });

  test('the order of policies', () => {
    const turned = <T>(list: readonly T[] | null | undefined) => (list ? [...list].reverse() : []);
    changing(
      nothing,
      (environment) => ({
        ...environment,
        identityPolicies: turned(environment.identityPolicies),
        scps: turned(environment.scps),
        grants: turned(environment.grants),
      }),
      same,
    );
  });

  test('Sids', () => {
    const named = (all: readonly Json[]) => all.map((one, index) => ({ Sid: `Statement ${index}`, ...one }));
    changing(nothing, (environment) => inEveryPolicy(environment, named), same);
  });

  test('the case of action names in policies', () => {
    const loud = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(loud) : typeof value === 'string' ? value.toUpperCase() : value;
    const shouted = (statement: Json) =>
      Object.fromEntries(
        Object.entries(statement).map(([name, value]) => [
          name,
          name.endsWith('Action') ? loud(value) : value,
        ]),
      );
    changing(nothing, (environment) => inEveryPolicy(environment, (all) => all.map(shouted)), same);
  });

  test('the case of the action in the request', () => {
    fc.assert(
      fc.property(anyEnvironment, requests, (environment, asked) => {
        const authorizer = prepareAuthorizer(environment);
        for (const request of asked) {
          const quiet = { ...request, action: request.action.toLowerCase() };
          expect({ request, verdict: authorizer.decide(quiet) }).toEqual({
            request,
            verdict: authorizer.decide(request),
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('whether one value stands alone or in a list', () => {
    const listed = (statement: Json) =>
      Object.fromEntries(
        Object.entries(statement).map(([name, value]) => [
          name,
          /Action|Resource/.test(name) ? [value].flat() : value,
        ]),
      );
    changing(nothing, (environment) => inEveryPolicy(environment, (all) => all.map(listed)), same);
  });

  test('whether two actions stand in one statement or in two', () => {
    const split = (statement: Json) =>
      statement.Action === undefined
        ? [statement]
        : [statement.Action].flat().map((Action) => ({ ...statement, Action }));
    changing(nothing, (environment) => inEveryPolicy(environment, (all) => all.flatMap(split)), same);
  });

  test('whether policies come as text or as values', () => {
    changing(
      fc.constantFrom(0, 2, '\t'),
      (environment, indent) => asText(environment, (policy) => JSON.stringify(policy, null, indent)),
      same,
    );
  });

  test('whether a statement is disabled or deleted', () => {
    fc.assert(
      fc.property(anyEnvironment, requests, fc.nat(3), (environment, asked, position) => {
        const { resourcePolicy } = environment;
        fc.pre([(resourcePolicy as Json).Statement].flat().length > 1);
        const text = JSON.stringify(resourcePolicy);
        const disabled = prepareAuthorizer({
          ...environment,
          resourcePolicy: { text, disabled: [position] },
        });
        const deleted = prepareAuthorizer(
          inPoliciesOf(environment, 'resourcePolicy', (all) => all.filter((_, index) => index !== position)),
        );
        for (const request of asked)
          expect({ request, verdict: disabled.decide(request) }).toEqual({
            request,
            verdict: deleted.decide(request),
          });
      }),
      { numRuns: 500 },
    );
  });

  test('what was asked before', () => {
    fc.assert(
      fc.property(anyEnvironment, requests, (environment, asked) => {
        const authorizer = prepareAuthorizer(environment);
        const together = asked.map((request) => authorizer.decide(request));
        const apart = asked.map((request) => decide(environment, request));
        expect(together).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the explanation', () => {
  const explained = (holds: (environment: Environment, request: AccessRequest) => void, numRuns = 300) =>
    fc.assert(
      fc.property(anyEnvironment, requests, (environment, asked) => {
        for (const request of asked) holds(environment, request);
      }),
      { numRuns },
    );

  test('agrees with the decision', () => {
    explained((environment, request) => {
      const authorizer = prepareAuthorizer(environment);
      const { verdict } = authorizer.explain(request);
      expect({ request, verdict }).toEqual({ request, verdict: authorizer.decide(request) });
    });
  });

  test('has a sentence exactly when access is denied', () => {
    explained((environment, request) => {
      const { verdict, message } = prepareAuthorizer(environment).explain(request);
      if (verdict === 'Allowed') expect(message).toBeNull();
      if (verdict.endsWith('Denied'))
        expect(message).toMatch(/is not authorized to perform: .+ on (?:resource: |this resource because )/);
    });
  });

  test('says which step decided', () => {
    explained((environment, request) => {
      const decision = prepareAuthorizer(environment).explain(request);
      const steps = [...decision.steps, ...(decision.parts ?? []).flatMap((part) => part.decision.steps)];
      expect(steps.some((step) => step.decisive)).toBe(true);
    });
  });

  test('points at the text of the statements it speaks of', () => {
    explained((environment, request) => {
      const decision = prepareAuthorizer(environment).explain(request);
      for (const { policies, steps } of [decision, ...(decision.parts ?? []).map((part) => part.decision)])
        for (const result of steps.flatMap((step) => step.statements)) {
          const { start, end } = result.range;
          const statement = JSON.parse(policies[result.policy]?.text.slice(start, end) ?? 'null') as Json;
          expect(statement.Effect).toBe(result.effect);
        }
    }, 100);
  });

  test('shows a Deny that matched for every explicit denial, and for nothing else', () => {
    explained((environment, request) => {
      const decision = prepareAuthorizer(environment).explain(request);
      const steps = [...decision.steps, ...(decision.parts ?? []).flatMap((part) => part.decision.steps)];
      const denies = steps.filter((step) => step.decisive && step.outcome === 'denies');
      expect(denies.length > 0).toBe(decision.verdict === 'ExplicitlyDenied');
    });
  });
});

describe('input that is wrong', () => {
  test('never throws and never allows', () => {
    const request = fc.record({
      principal: fc.oneof(fc.string(), fc.constant('arn:aws:iam::111122223333:user/alice')),
      action: fc.oneof(fc.string(), fc.constant('kms:Decrypt')),
      resource: fc.oneof(fc.string(), fc.constant('arn:aws:kms:us-west-2:111122223333:key/1234abcd')),
    });
    const junk = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(junk, junk, request, (resourcePolicy, identityPolicy, asked) => {
        const verdict = decide({ resourcePolicy, identityPolicies: [identityPolicy] }, asked);
        expect(verdict).not.toBe('Allowed');
      }),
    );
  });

  test('leaves the environment as it was', () => {
    fc.assert(
      fc.property(anyEnvironment, anyRequest, (environment, request) => {
        const before = JSON.stringify(environment);
        prepareAuthorizer(environment).explain(request);
        expect(JSON.stringify(environment)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

function asText(environment: Environment, write: (policy: unknown) => string): Environment {
  const all = <T>(list: readonly T[] | null | undefined) => list?.map(write) ?? null;
  return {
    ...environment,
    resourcePolicy: environment.resourcePolicy ? write(environment.resourcePolicy) : null,
    identityPolicies: all(environment.identityPolicies),
    permissionBoundaries: all(environment.permissionBoundaries),
    sessionPolicies: all(environment.sessionPolicies),
    vpcEndpointPolicies: all(environment.vpcEndpointPolicies),
  };
}
