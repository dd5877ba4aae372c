import { describe, expect, test } from 'vitest';
import { AccountWorld } from '@/lib/model/account-world.ts';
import { inputOf, type NewKey, newKey, originsOf, policyOf, settled, specsOf, usagesOf } from './kinds.ts';

const account = '111122223333';
const root = { arn: `arn:aws:iam::${account}:root` };

const everyKind = (['symmetric', 'asymmetric'] as const).flatMap((type) =>
  usagesOf(type).flatMap((usage) =>
    specsOf(type, usage).flatMap((spec) =>
      originsOf(spec).map((origin): NewKey => ({ ...newKey, type, usage, spec, origin })),
    ),
  ),
);

test('every kind of key that can be chosen is one that KMS makes', async () => {
  // Finding RSA primes takes its time, and CreateKey is the same for every size.
  const kinds = everyKind.filter(({ spec }) => spec !== 'RSA_3072' && spec !== 'RSA_4096');
  for (const key of kinds) {
    const input = inputOf(key, account);
    const world = new AccountWorld({ accounts: [{ id: account }] });
    await world.goTo([{ type: 'call', caller: root, operation: 'CreateKey', input }]);
    expect(world.outcomes[0]?.answer, `${key.spec} ${key.usage} ${key.origin}`).toMatchObject({ ok: true });
  }
}, 60_000);

describe('what goes together', () => {
  test('a type with another usage takes the first spec of it', () => {
    expect(settled({ ...newKey, type: 'asymmetric' })).toMatchObject({
      usage: 'ENCRYPT_DECRYPT',
      spec: 'RSA_2048',
    });
    expect(settled({ ...newKey, usage: 'GENERATE_VERIFY_MAC' })).toMatchObject({ spec: 'HMAC_224' });
  });

  test('key material cannot be imported into every key', () => {
    const key: NewKey = {
      ...newKey,
      type: 'asymmetric',
      usage: 'SIGN_VERIFY',
      spec: 'ML_DSA_44',
      origin: 'EXTERNAL',
    };
    expect(settled(key).origin).toBe('AWS_KMS');
  });
});

test('the policy names administrators, users and other accounts', () => {
  const key = { ...newKey, administrators: ['arn:a'], users: ['arn:u'], otherAccounts: ['444455556666'] };
  const statements = JSON.parse(policyOf(key, account)).Statement;
  expect(statements.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
    'Enable IAM User Permissions',
    'Allow access for Key Administrators',
    'Allow use of the key',
    'Allow attachment of persistent resources',
  ]);
  expect(statements[2].Principal).toEqual({ AWS: ['arn:u', 'arn:aws:iam::444455556666:root'] });
});
