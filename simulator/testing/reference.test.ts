import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccessRequest, Environment } from '../authorize/types.ts';
import { prepareAuthorizer } from '../index.ts';
import { anyEnvironment, anyRequest } from './arbitraries.ts';
import { readDecisionCases } from './cases.ts';
import { referenceDecide } from './reference.ts';

const decided = readDecisionCases().filter((one) => one.expected !== undefined);

describe('the reference agrees with the decided cases', () => {
  test.each(decided.map((one) => [one.file, one.id, one] as const))('%s: %s', (_file, _id, one) => {
    expect(referenceDecide(one, one.request).verdict).toBe(one.expected);
  });
});

/** Twenty requests to each environment, so that environments are compiled once and asked often. */
const requests = fc.array(anyRequest, { minLength: 20, maxLength: 20 });

test('engine and reference agree on 100,000 random requests', { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(anyEnvironment, requests, (environment, asked) => {
      const authorizer = prepareAuthorizer(environment);
      for (const request of asked) {
        const expected = referenceDecide(environment, request);
        // Where the documentation leaves the answer open there is nothing to compare.
        if (expected.open.length > 0) continue;
        const verdict = authorizer.decide(request);
        if (verdict !== expected.verdict) throw new Error(difference(environment, request, expected.verdict));
      }
    }),
    { numRuns: 5_000, seed: 20_261_123 },
  );
});

function difference(environment: Environment, request: AccessRequest, expected: string): string {
  const { verdict, steps } = prepareAuthorizer(environment).explain(request);
  const trace = steps.map((step) => `${step.decisive ? '>' : ' '} ${step.code}: ${step.outcome}`);
  return [
    `reference: ${expected}, engine: ${verdict}`,
    ...trace,
    `request ${JSON.stringify(request)}`,
    ...Object.entries(environment).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ].join('\n');
}
