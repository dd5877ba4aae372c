import { describe, expect, it } from 'vitest';
import type { AccessChange, AccessDiff, PrincipalOrigin } from '../access/types.ts';
import { summarizeAccess } from './access-summary.ts';

function change(principal: string, origin: PrincipalOrigin, ...names: readonly string[]): AccessChange {
  const request = { principal, action: '', resource: '' };
  return {
    principal: { principal, origin, account: '111122223333', assumed: false },
    conditions: {},
    actions: names.map((name) => ({ action: `kms:${name}`, witness: request })),
  };
}

const diff = (parts: Partial<AccessDiff>): AccessDiff => ({
  gains: [],
  losses: [],
  unexplored: [],
  notes: [],
  ...parts,
});

describe('summarizeAccess', () => {
  it('tells losses before gains, and counts what is too much to list', () => {
    const app = change(
      'arn:aws:iam::111122223333:role/app',
      'caller',
      'Encrypt',
      'Decrypt',
      'Sign',
      'Verify',
    );
    const others = change('arn:aws:iam::111122223333:user/x', 'account', 'Decrypt');
    expect(summarizeAccess(diff({ gains: [app], losses: [others] }))).toBe(
      'others of account 111122223333 lose Decrypt; role/app gains Encrypt, Decrypt, Sign and 1 more',
    );
  });

  it('says when nothing changes and when nothing could be compared', () => {
    expect(summarizeAccess(diff({}))).toBe('access stays as it is');
    expect(summarizeAccess(diff({ notes: [{ code: 'policyRefused', data: {} }] }))).toContain('not compared');
  });
});
