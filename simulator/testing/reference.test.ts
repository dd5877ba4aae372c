import { describe, expect, test } from 'vitest';
import { readDecisionCases } from './cases.ts';
import { referenceDecide } from './reference.ts';

const decided = readDecisionCases().filter((one) => one.expected !== undefined);

describe('the reference agrees with the decided cases', () => {
  test.each(decided.map((one) => [one.file, one.id, one] as const))('%s: %s', (_file, _id, one) => {
    expect(referenceDecide(one, one.request).verdict).toBe(one.expected);
  });
});
