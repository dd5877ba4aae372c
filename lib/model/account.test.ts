import { describe, expect, test } from 'vitest';
import { type Account, accountSchema, emptyAccount, isWithinLimits } from './account.ts';

const caller = { arn: 'arn:aws:iam::111122223333:user/alice' };
const began: NonNullable<Account['began']> = {
  now: '2026-11-01T00:00:00Z',
  accounts: [{ id: '111122223333', users: { alice: { policies: { Admin: '{}' } } }, keys: [{ id: 'k' }] }],
};

describe('what an account keeps', () => {
  test('every kind of step', () => {
    const account: Account = {
      began,
      steps: [
        { type: 'call', caller, operation: 'Encrypt', input: { KeyId: 'k', Plaintext: 'aGk=' }, times: 1000 },
        { type: 'advance', duration: { years: 10 } },
        { type: 'use', caller, service: 's3', verb: 'putObject', input: { bucket: 'b' } },
        { type: 'use', caller, service: 's3', verb: 'getObject', input: {}, of: 2 },
      ],
    };
    expect(accountSchema.parse(JSON.parse(JSON.stringify(account)))).toEqual(account);
    expect(accountSchema.parse(emptyAccount)).toEqual(emptyAccount);
  });

  test.each([
    ['an operation that there is not', { type: 'call', caller, operation: 'EatKey', input: {} }],
    ['a member too many', { type: 'call', caller, operation: 'ListKeys', input: {}, more: 1 }],
    [
      'an input that is no JSON',
      { type: 'call', caller, operation: 'Encrypt', input: { P: new Uint8Array(1) } },
    ],
    [
      'an input without end',
      { type: 'call', caller, operation: 'Encrypt', input: { P: 'x'.repeat(200_001) } },
    ],
    ['time that goes back', { type: 'advance', duration: { days: -1 } }],
    ['a step of another kind', { type: 'eval', code: '1' }],
  ])('refuses %s', (_, step) => {
    expect(accountSchema.safeParse({ steps: [step] }).success).toBe(false);
  });
});

describe('limits of what a page carries out again', () => {
  const call = { type: 'call', caller, operation: 'Encrypt', input: {}, times: 10_000 } as const;

  test('steps', () => {
    const list = (length: number) => Array.from({ length }, () => ({ ...call, times: 2 }));
    expect(isWithinLimits(list(500))).toBe(true);
    expect(isWithinLimits(list(501))).toBe(false);
  });

  test('calls', () => {
    expect(isWithinLimits(Array.from({ length: 10 }, () => call))).toBe(true);
    expect(isWithinLimits(Array.from({ length: 11 }, () => call))).toBe(false);
  });

  test('years', () => {
    const year = { type: 'advance', duration: { years: 100 } } as const;
    expect(isWithinLimits([year, year])).toBe(true);
    expect(isWithinLimits([year, year, { type: 'advance', duration: { seconds: 1 } }])).toBe(false);
  });
});
