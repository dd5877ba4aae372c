import { expect, test } from 'vitest';
import { checkPolicy, type KeyFacts, type PolicyKind } from '../index.ts';
import documented from './documented-policies.json' with { type: 'json' };

interface DocumentedPolicy {
  readonly name: string;
  readonly source: string;
  readonly kind?: PolicyKind;
  readonly key?: KeyFacts;
  readonly policy: unknown;
}

const policies = documented as readonly DocumentedPolicy[];

test.each(policies.map((one) => [one.name, one] as const))(
  'a policy of the kind that AWS documents is neither wrong nor risky: %s',
  (_name, { kind = 'key', key = null, policy }) => {
    const found = checkPolicy(JSON.stringify(policy, null, 2), { kind, key });
    const grave = found.filter(({ severity }) => severity === 'error' || severity === 'security-warning');
    expect(grave.map(({ code, data }) => [code, data])).toEqual([]);
  },
);
