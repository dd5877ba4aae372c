import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiDefaultKeyPolicy, consoleKeyPolicy } from '../catalog/default-key-policies.ts';
import {
  awsManagedKeyPolicy,
  type ManagedKeyAlias,
  managedKeyPolicies,
} from '../catalog/managed-key-policies.ts';
import { readFindingCases, textOfExample } from '../testing/finding-cases.ts';
import { checkPolicy, runRules } from './check.ts';
import { createContext } from './context.ts';
import { applyFix } from './fix.ts';
import type { Rule } from './types.ts';

const account = '111122223333';
const arn = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const text = (policy: unknown) => JSON.stringify(policy, null, 2);
const codes = (policy: string, options: Partial<Parameters<typeof checkPolicy>[1]> = {}) =>
  checkPolicy(policy, { kind: 'key', ...options }).map(({ code }) => code);

describe('the policies that AWS writes itself are clean', () => {
  test('of a key made by the API', () => {
    expect(codes(text(apiDefaultKeyPolicy(account)), { author: role('Admin') })).toEqual([]);
  });

  test.each([
    ['symmetricEncryption', 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'],
    ['asymmetricEncryption', 'RSA_2048', 'ENCRYPT_DECRYPT'],
    ['signing', 'ECC_NIST_P256', 'SIGN_VERIFY'],
    ['keyAgreement', 'ECC_NIST_P256', 'KEY_AGREEMENT'],
    ['hmac', 'HMAC_256', 'GENERATE_VERIFY_MAC'],
  ] as const)('of a key made in the console, for %s', (kind, keySpec, keyUsage) => {
    const policy = consoleKeyPolicy({
      account,
      kind,
      administrators: [role('Admin')],
      users: [role('App'), 'arn:aws:iam::444455556666:root'],
    });
    // Another account may be let in by the console, grants and all, but for services only.
    expect(codes(text(policy), { key: { arn, keySpec, keyUsage } })).toEqual([]);
    expect(codes(text(policy))).toEqual([]);
  });

  test.each(Object.keys(managedKeyPolicies) as ManagedKeyAlias[])('of %s', (alias) => {
    const policy = text(awsManagedKeyPolicy(alias, { account, region: 'us-west-2' }));
    // Secrets Manager itself gives two statements one Sid.
    const found = alias === 'aws/secretsmanager' ? ['UNIQUE_SIDS_RECOMMENDED'] : [];
    expect(codes(policy, { key: { arn, manager: 'AWS' } })).toEqual(found);
    expect(codes(policy)).toEqual(found);
  });
});

const everybody = text({
  Version: '2012-10-17',
  Statement: [
    apiDefaultKeyPolicy(account).Statement[0],
    { Sid: 'Open', Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
    { Effect: 'Allow', Principal: '*', Action: 'kms:Encrypt', Resource: '*' },
  ],
});

describe('options', () => {
  test('a code can be switched off', () => {
    expect(codes(everybody)).toContain('KMS_PUBLIC_PRINCIPAL');
    expect(codes(everybody, { disabled: ['KMS_PUBLIC_PRINCIPAL'] })).not.toContain('KMS_PUBLIC_PRINCIPAL');
  });

  test('a code can have another severity', () => {
    const severities = { KMS_PUBLIC_PRINCIPAL: 'suggestion' } as const;
    const found = checkPolicy(everybody, { kind: 'key', severities });
    expect(found.find(({ code }) => code === 'KMS_PUBLIC_PRINCIPAL')?.severity).toBe('suggestion');
  });

  test('a finding can be accepted in one statement, by Sid or position', () => {
    const left = (ignored: object) =>
      checkPolicy(everybody, { kind: 'key', ignore: [{ code: 'KMS_PUBLIC_PRINCIPAL', ...ignored }] })
        .filter(({ code }) => code === 'KMS_PUBLIC_PRINCIPAL')
        .map(({ data }) => data.statement);
    expect(left({ sid: 'Open' })).toEqual(['3']);
    expect(left({ statement: 2 })).toEqual(['Open']);
    expect(left({})).toEqual([]);
  });
});

test('a rule that fails is named, and the others still speak', () => {
  const failing: Rule = {
    code: 'FAILING',
    kinds: ['key'],
    severity: 'error',
    find() {
      throw new Error('out of order');
    },
  };
  const speaking: Rule = {
    code: 'SPEAKING',
    kinds: ['key'],
    severity: 'error',
    find: () => [{ range: { start: 1, end: 2 } }],
  };
  const found = runRules(createContext(everybody, { kind: 'key' }), [failing, speaking], {});
  expect(found.map(({ code, data }) => [code, data])).toEqual([
    ['CHECK_INCOMPLETE', { rule: 'FAILING', reason: 'out of order' }],
    ['SPEAKING', {}],
  ]);
});

const examples = readFindingCases().flatMap(({ raises, silent }) =>
  [...raises, ...silent].map((example) => ({ ...example, text: textOfExample(example) })),
);

type Mutation = readonly [
  at: number,
  kind: 'drop' | 'insert' | 'swap' | 'cut' | 'double' | 'lose',
  what: string,
];

function mutate(policy: string, [position, kind, what]: Mutation): string {
  const at = Math.floor(position * policy.length);
  const next = policy[at + 1] ?? '';
  const piece = 7 + (at % 120);
  switch (kind) {
    case 'drop':
      return policy.slice(0, at) + policy.slice(at + 1);
    case 'insert':
      return policy.slice(0, at) + what + policy.slice(at);
    case 'swap':
      return policy.slice(0, at) + next + (policy[at] ?? '') + policy.slice(at + 2);
    case 'cut':
      return policy.slice(0, at);
    case 'double':
      return policy.slice(0, at + piece) + policy.slice(at);
    case 'lose':
      return policy.slice(0, at) + policy.slice(at + piece);
  }
}

const mutations = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.constantFrom('drop', 'insert', 'swap', 'cut', 'double', 'lose'),
    fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '*', '${', 'null', '{}', '[]', '\\', '\u201c', ' '),
  ),
  { maxLength: 6 },
);

test('no text makes a rule fail; findings and fixes lie within it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), mutations, (example, changes) => {
      const policy = changes.reduce(mutate, example.text);
      for (const { code, range, fixes } of checkPolicy(policy, { kind: 'key', ...example })) {
        expect(code).not.toBe('CHECK_INCOMPLETE');
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(policy.length);
        for (const fix of fixes) expect(applyFix(policy, fix)).not.toBe(policy);
      }
    }),
    { numRuns: 1000 },
  );
});
