import { describe, expect, test } from 'vitest';
import { readDecisionCases } from './cases.ts';

const cases = readDecisionCases();

describe('the decision cases', () => {
  test('have ids of their own', () => {
    const ids = cases.map((one) => one.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each([
    ['a source', (one: (typeof cases)[number]) => typeof one.source === 'string' && one.source !== ''],
    [
      'either a verdict or an open question',
      (one) => (one.expected === undefined) !== (one.open === undefined),
    ],
    ['a request', (one) => one.request.action !== '' && one.request.resource !== ''],
    ['no sentence where access is allowed', (one) => !(one.expected === 'Allowed' && one.message)],
  ] satisfies [string, (one: (typeof cases)[number]) => boolean][])('have %s', (_, holds) => {
    expect(cases.filter((one) => !holds(one)).map((one) => one.id)).toEqual([]);
  });
});
