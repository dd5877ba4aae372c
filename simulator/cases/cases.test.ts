import { describe, expect, test } from 'vitest';
import { prepareAuthorizer } from '../index.ts';
import { readDecisionCases } from '../testing/cases.ts';

const cases = readDecisionCases();
const titled = (list: typeof cases) => list.map((one) => [one.file, one.id, one] as const);

describe('decided cases', () => {
  test.each(titled(cases.filter((one) => one.expected)))('%s: %s', (_file, _id, one) => {
    const authorizer = prepareAuthorizer(one);
    const decision = authorizer.explain(one.request);
    expect({ verdict: decision.verdict, decided: authorizer.decide(one.request) }).toEqual({
      verdict: one.expected,
      decided: one.expected,
    });
    if (one.message) expect(decision.message).toBe(one.message);
  });
});

describe('open questions are never answered with a silent allow', () => {
  test.each(titled(cases.filter((one) => one.open)))('%s: %s', (_file, _id, one) => {
    const { verdict, notes } = prepareAuthorizer(one).explain(one.request);
    expect(verdict !== 'Allowed' || notes.length > 0).toBe(true);
  });
});
