import { expect, test } from 'vitest';
import type { AccountStep } from '@/lib/model/account.ts';
import { serviceVerbs, type VerbRow } from '@/lib/model/account-services.ts';
import { viewOf } from '@/lib/model/account-view.ts';
import { AccountWorld } from '@/lib/model/account-world.ts';
import { managedKeyPolicies } from '@/simulator/catalog/managed-key-policies.ts';
import { services } from '@/simulator/catalog/services.ts';
import type { ServiceName } from '@/simulator/index.ts';
import { inputOf, kindsOf } from './choice.ts';

const account = '111122223333';
const caller = { arn: `arn:aws:iam::${account}:root` };
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:us-east-1:${account}:key/${keyId}`;
/** Lets services in that call by themselves. */
const policy = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
});
const role = `arn:aws:iam::${account}:role/app`;

const names = Object.keys(serviceVerbs) as ServiceName[];
const cases = names.flatMap((name) => kindsOf(name).map(({ value }) => [name, value] as const));

test.each(cases)(
  '%s with %s: works, and what it keeps is under the key that was meant',
  async (name, kind) => {
    const [verb, row] =
      Object.entries<VerbRow>(serviceVerbs[name]).find(([, { choosesKey }]) => choosesKey) ?? [];
    if (verb === undefined || row === undefined) throw new Error(`no verb of ${name} chooses a key`);
    const input = {
      ...row.texts,
      ...('role' in row.texts && { role }),
      ...inputOf(name, { kind, keyArn, bucketKey: false }),
    };
    const step: AccountStep = { type: 'use', caller, service: name, verb, input };
    const world = new AccountWorld({
      accounts: [{ id: account, roles: { app: {} }, keys: [{ id: keyId, policy }] }],
    });
    await world.goTo([step]);
    const { answer } = world.outcomes[0] ?? {};
    const alias = services[name].alias;
    const isReadPolicy = alias !== null && Object.hasOwn(managedKeyPolicies, alias);
    if (kind === 'awsManaged' && !isReadPolicy) {
      expect(answer).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('Not simulated') },
      });
      return;
    }
    const stored = answer?.ok ? answer.stored : undefined;
    expect(answer).toMatchObject({ ok: true });
    if (kind === 'customerManaged') expect(stored?.keyArn).toBe(keyArn);
    if (kind === 'awsManaged') {
      const made = viewOf(world.world).keys.find(({ manager }) => manager === 'AWS');
      expect(stored?.keyArn).toBe(made?.arn);
      expect(made?.aliases).toEqual([`alias/${alias}`]);
    }
    if (
      kind === 'default' &&
      !(services[name].defaultEncryption === 'awsManaged' && name !== 'parameterStore')
    ) {
      expect(stored?.keyArn).toBeNull();
      expect(world.outcomes[0]?.records).toEqual([0, 0]);
    }
  },
);
