// Changes outside of KMS: the next call sees them, and nothing else does.
import { expect, test } from 'vitest';
import { createWorld, World, type WorldChanges } from '../index.ts';

const account = '111122223333';
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:us-east-1:${account}:key/${KeyId}`;
const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const statement = (Effect: 'Allow' | 'Deny', Action: string, rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource: '*', ...rest }],
});
const allowAll = statement('Allow', 'kms:*');
const denyEncrypt = statement('Deny', 'kms:Encrypt');

function newWorld(): World {
  return createWorld({
    organization: { id: 'o-example' },
    accounts: [
      {
        id: account,
        users: {
          Ana: { policies: { All: allowAll } },
          Ben: {},
          Ned: { permissionsBoundary: denyEncrypt, policies: { All: allowAll } },
        },
        keys: [{ id: KeyId }],
      },
    ],
  });
}

async function canEncrypt(world: World, caller: string): Promise<boolean> {
  const result = await world.call(caller, 'Encrypt', { KeyId, Plaintext: Uint8Array.of(1) });
  return result.ok;
}

const of = (changes: NonNullable<WorldChanges['accounts']>[string]): WorldChanges => ({
  accounts: { [account]: changes },
});

test.each<[string, WorldChanges, caller: string, before: boolean, after: boolean]>([
  ['a policy attached', of({ users: { Ben: { policies: { All: allowAll } } } }), user('Ben'), false, true],
  ['a policy detached', of({ users: { Ana: { policies: { All: null } } } }), user('Ana'), true, false],
  ['a policy beside', of({ users: { Ana: { policies: { No: denyEncrypt } } } }), user('Ana'), true, false],
  ['a policy replaced', of({ users: { Ana: { policies: { All: denyEncrypt } } } }), user('Ana'), true, false],
  ['a boundary', of({ users: { Ana: { permissionsBoundary: denyEncrypt } } }), user('Ana'), true, false],
  ['no boundary', of({ users: { Ned: { permissionsBoundary: null } } }), user('Ned'), false, true],
  ['a user gone', of({ users: { Ana: null } }), user('Ana'), true, false],
  ['a new role', of({ roles: { 'app/New': { policies: { All: allowAll } } } }), role('app/New'), false, true],
  ['an SCP', of({ scps: [{ name: 'Root', policies: { No: denyEncrypt } }] }), user('Ana'), true, false],
  [
    'an RCP',
    of({ rcps: [{ name: 'Root', policies: { No: statement('Deny', 'kms:Encrypt', { Principal: '*' }) } }] }),
    user('Ana'),
    true,
    false,
  ],
  [
    'a key policy',
    { keyPolicies: { [keyArn]: statement('Allow', 'kms:*', { Principal: { AWS: user('Ben') } }) } },
    user('Ben'),
    false,
    true,
  ],
])('%s shows in the next call', async (_, changes, caller, before, after) => {
  const world = newWorld();
  expect(await canEncrypt(world, caller)).toBe(before);
  world.amend(changes);
  expect(await canEncrypt(world, caller)).toBe(after);
});

test('tags of an identity decide', async () => {
  const world = newWorld();
  const forBlue = statement('Allow', 'kms:*', {
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
  });
  world.amend(of({ users: { Ben: { policies: { Blue: forBlue } } } }));
  expect(await canEncrypt(world, user('Ben'))).toBe(false);
  world.amend(of({ users: { Ben: { tags: { team: 'blue' } } } }));
  expect(await canEncrypt(world, user('Ben'))).toBe(true);
});

test('saved worlds and forks keep it, and earlier ones do not have it', async () => {
  const world = newWorld();
  const earlier = world.fork();
  world.amend(of({ users: { Ben: { policies: { All: allowAll } } } }));
  const saved = World.restore(JSON.parse(JSON.stringify(world.snapshot())));
  for (const later of [saved, world.fork()]) expect(await canEncrypt(later, user('Ben'))).toBe(true);
  expect(await canEncrypt(earlier, user('Ben'))).toBe(false);
});

test('it leaves no record, and what comes later is as it would have been', async () => {
  const world = newWorld();
  const other = world.fork();
  world.amend(of({ users: { Ben: { policies: { All: allowAll } } } }));
  expect(world.trail.length).toBe(0);
  const made = await Promise.all([world, other].map((one) => one.call(user('Ana'), 'CreateKey', {})));
  expect(made[0]?.ok).toBe(true);
  expect(made[0]).toEqual(made[1]);
});

test('GetKeyPolicy answers the text as it was given', async () => {
  const world = newWorld();
  const text = JSON.stringify(statement('Allow', 'kms:*', { Principal: { AWS: user('Ana') } }));
  world.amend({ keyPolicies: { [keyArn]: text } });
  expect(await world.call(user('Ana'), 'GetKeyPolicy', { KeyId })).toMatchObject({
    ok: true,
    output: { Policy: text },
  });
});

test('a deleted role is shown by its id, and another of the same name is not let in', async () => {
  const world = newWorld();
  const named = (...AWS: string[]) => statement('Allow', 'kms:*', { Principal: { AWS } });
  world.amend({
    ...of({ roles: { 'app/Gone': { policies: { All: allowAll } } } }),
    keyPolicies: { [keyArn]: named(role('app/Gone'), user('Ana')) },
  });
  expect(await canEncrypt(world, role('app/Gone'))).toBe(true);

  world.amend(of({ roles: { 'app/Gone': null } }));
  world.amend(of({ roles: { 'app/Gone': {} } }));
  expect(await canEncrypt(world, role('app/Gone'))).toBe(false);
  expect(await canEncrypt(world, user('Ana'))).toBe(true);
  const read = await world.call(user('Ana'), 'GetKeyPolicy', { KeyId });
  const Policy = read.ok ? (read.output.Policy ?? '') : '';
  const { AWS } = JSON.parse(Policy).Statement[0].Principal;
  expect(AWS).toEqual([expect.stringMatching(/^AROA[A-Z0-9]{17}$/), user('Ana')]);
  expect(await world.call(user('Ana'), 'PutKeyPolicy', { KeyId, Policy })).toMatchObject({
    ok: false,
    error: { message: 'Policy contains a statement with one or more invalid principals.' },
  });
});

test('a key policy that comes with the deletion is taken as it is', async () => {
  const world = newWorld();
  const policy = statement('Allow', 'kms:*', { Principal: { AWS: [user('Ana'), user('Ben')] } });
  world.amend({ ...of({ users: { Ben: null } }), keyPolicies: { [keyArn]: policy } });
  const read = await world.call(user('Ana'), 'GetKeyPolicy', { KeyId });
  expect(read.ok && JSON.parse(read.output.Policy ?? '')).toEqual(policy);
});

test('what the world does not hold cannot be changed, and then nothing is', async () => {
  const world = newWorld();
  const users = { Ben: { policies: { All: allowAll } } };
  expect(() => world.amend({ accounts: { [account]: { users }, '999999999999': {} } })).toThrow('no account');
  expect(() => world.amend({ ...of({ users }), keyPolicies: { [`${keyArn}0`]: allowAll } })).toThrow(
    'no key',
  );
  expect(await canEncrypt(world, user('Ben'))).toBe(false);
});

test('not while a call is under way', async () => {
  const world = newWorld();
  const call = canEncrypt(world, user('Ana'));
  expect(() => world.amend({})).toThrow('under way');
  await call;
});

test('accounts and access keys come and go', async () => {
  const world = newWorld();
  const principal = 'arn:aws:iam::999900001111:user/eve';
  world.amend({
    newAccounts: ['999900001111', account],
    accounts: { '999900001111': { users: { eve: {} } } },
    accessKeys: { AKIAEVE: { principal, secret: 's', expires: '2027-01-01T00:00:00Z' } },
  });
  expect(world.accessKey('AKIAEVE')).toMatchObject({ principal, secret: 's', sessionToken: null });
  expect(world.account('999900001111')?.identities.map(({ arn }) => arn)).toEqual([principal]);
  expect(world.account(account)?.identities).not.toEqual([]);
  expect(World.restore(world.snapshot()).accessKey('AKIAEVE')).toEqual(world.accessKey('AKIAEVE'));
  world.amend({ accessKeys: { AKIAEVE: null } });
  expect(world.accessKey('AKIAEVE')).toBeUndefined();
  expect(() => world.amend({ accessKeys: { AKIAEVE: { principal, expires: 'soon' } } })).toThrow(
    'not a time',
  );
});

test('a world saved before there were access keys opens', () => {
  const { rows, ...saved } = newWorld().snapshot();
  const { accessKeys: _, ...older } = rows;
  const world = World.restore({ ...saved, rows: older, version: 1 });
  expect(world.accessKey('AKIA')).toBeUndefined();
  expect(world.account(account)).toBeDefined();
});
