import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { Environment } from '../authorize/types.ts';
import { parseAction } from '../match/action.ts';
import { parseCaller } from '../match/caller.ts';
import { anyEnvironment } from '../testing/arbitraries.ts';
import { compareAccess } from './diff.ts';
import { knownPrincipals, withAssumed, withKeyArn } from './principals.ts';
import { changesBetween } from './relevance.ts';
import type { AccessChange } from './types.ts';

const account = '111122223333';
const other = '444455556666';
const arn = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const app = `arn:aws:iam::${account}:role/App`;
const ann = `arn:aws:iam::${account}:user/ann`;
const root = (id: string) => `arn:aws:iam::${id}:root`;
const anybodyOf = (id: string) => `arn:aws:iam::${id}:user/any-identity`;
type Json = Record<string, unknown>;
const allow = (principal: unknown, action: unknown, more: Json = {}): Json => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
});
const deny = (action: string, condition: Json): Json => ({
  ...allow('*', action, { Condition: condition }),
  Effect: 'Deny',
});
const world = (...statements: Json[]): Environment => ({
  key: { arn },
  resourcePolicy: { Version: '2012-10-17', Statement: [allow({ AWS: ann }, 'kms:*'), ...statements] },
});
const told = (changes: readonly AccessChange[]) =>
  changes.map(({ principal, conditions, actions }) => [
    principal.principal,
    conditions,
    actions.map(({ action }) => action.slice('kms:'.length)),
  ]);
const use = { actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:CreateGrant'] };

test('a principal added gains, a principal removed loses', () => {
  const before = world(allow({ AWS: app }, 'kms:Decrypt'));
  const after = world(allow({ Service: 'sns.amazonaws.com' }, ['kms:Decrypt', 'kms:Encrypt']));
  const diff = compareAccess(before, after, use);
  expect(told(diff.gains)).toEqual([['sns.amazonaws.com', {}, ['Decrypt', 'Encrypt']]]);
  expect(told(diff.losses)).toEqual([[app, {}, ['Decrypt']]]);
  expect(diff.losses[0]?.actions[0]?.witness).toEqual({
    principal: app,
    action: 'kms:Decrypt',
    resource: arn,
  });
});

test('without a change nothing changes', () => {
  const same = world(
    allow('*', 'kms:Decrypt', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
  );
  expect(compareAccess(same, same)).toEqual({ gains: [], losses: [], unexplored: [], notes: [] });
});

test('the account statement opens the key to the account, of which nobody is known', () => {
  const { gains } = compareAccess(world(), world(allow({ AWS: root(account) }, 'kms:*')), use);
  expect(told(gains)).toEqual([[anybodyOf(account), {}, ['Decrypt', 'Encrypt', 'CreateGrant']]]);
  expect(gains[0]?.principal).toMatchObject({ origin: 'account', assumed: true });
});

test('an account principal is expanded to the identities of a world, and to the root user', () => {
  const callers = [
    {
      arn: app,
      identityPolicies: [
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }] },
      ],
    },
  ];
  const before = { ...world(allow({ AWS: root(account) }, 'kms:*')), callers };
  const { gains, losses } = compareAccess(before, { ...world(), callers }, use);
  expect(gains).toEqual([]);
  expect(told(losses)).toEqual([
    [app, {}, ['Decrypt']],
    [root(account), {}, ['Decrypt', 'Encrypt', 'CreateGrant']],
  ]);
});

test('another account, and a wildcard that lets strangers in', () => {
  const { gains } = compareAccess(
    world(),
    world(allow({ AWS: root(other) }, 'kms:Decrypt'), allow('*', 'kms:Encrypt')),
    use,
  );
  expect(told(gains)).toEqual([
    [anybodyOf(account), {}, ['Encrypt']],
    [anybodyOf(other), {}, ['Decrypt', 'Encrypt']],
    [anybodyOf('999999999999'), {}, ['Encrypt']],
  ]);
});

test.each<[string, Json, string[], Record<string, string>]>([
  [
    'through a service',
    { StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } },
    ['Decrypt', 'Encrypt', 'CreateGrant'],
    { 'kms:ViaService': 's3.us-west-2.amazonaws.com' },
  ],
  [
    'with an encryption context',
    { StringEquals: { 'kms:EncryptionContext:Team': 'blue' } },
    ['Decrypt', 'Encrypt', 'CreateGrant'],
    { 'kms:EncryptionContext:Team': 'blue' },
  ],
  [
    'for AWS resources',
    { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    ['CreateGrant'],
    { 'kms:GrantIsForAWSResource': 'true' },
  ],
  [
    'from an address',
    { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    ['Decrypt', 'Encrypt', 'CreateGrant'],
    { 'aws:SourceIp': '203.0.113.0' },
  ],
  [
    'through an endpoint',
    { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    ['Decrypt', 'Encrypt', 'CreateGrant'],
    { 'aws:SourceVpce': 'vpce-1' },
  ],
  [
    'with MFA',
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    ['Decrypt', 'Encrypt', 'CreateGrant'],
    { 'aws:MultiFactorAuthPresent': 'true' },
  ],
])('access that exists only %s', (_name, Condition, actions, conditions) => {
  const { gains, losses } = compareAccess(world(), world(allow({ AWS: app }, 'kms:*', { Condition })), use);
  expect(told(gains)).toEqual([[app, conditions, actions]]);
  expect(losses).toEqual([]);
});

test('of several values, the new one', () => {
  const via = (...services: string[]) =>
    world(
      allow({ AWS: app }, 'kms:Decrypt', { Condition: { StringEquals: { 'kms:ViaService': services } } }),
    );
  const s3 = 's3.us-west-2.amazonaws.com';
  const rds = 'rds.us-west-2.amazonaws.com';
  expect(told(compareAccess(via(s3), via(s3, rds), use).gains)).toEqual([
    [app, { 'kms:ViaService': rds }, ['Decrypt']],
  ]);
  expect(told(compareAccess(via(s3, rds), via(rds), use).losses)).toEqual([
    [app, { 'kms:ViaService': s3 }, ['Decrypt']],
  ]);
});

test('members of an organization gain, strangers do not', () => {
  const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } };
  const before = { ...world(), organization: { id: 'o-example' } };
  const after = {
    ...world(allow('*', 'kms:Decrypt', { Condition: condition })),
    organization: { id: 'o-example' },
  };
  expect(told(compareAccess(before, after, use).gains)).toEqual([
    [anybodyOf(account), {}, ['Decrypt']],
    [anybodyOf('999999999999'), { 'aws:PrincipalOrgID': 'o-example' }, ['Decrypt']],
  ]);
});

test('a service on behalf of a resource', () => {
  const source = 'arn:aws:sns:us-west-2:111122223333:topic';
  const after = world(
    allow({ Service: 'sns.amazonaws.com' }, 'kms:Decrypt', {
      Condition: { ArnEquals: { 'aws:SourceArn': source } },
    }),
  );
  expect(told(compareAccess(world(), after, use).gains)).toEqual([
    ['sns.amazonaws.com', { 'aws:SourceArn': source }, ['Decrypt']],
  ]);
});

test('a Deny takes away, except where its condition is missed', () => {
  const before = world(allow({ AWS: app }, 'kms:Decrypt'));
  const outsideOffice = deny('kms:Decrypt', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
  const { losses } = compareAccess(before, world(allow({ AWS: app }, 'kms:Decrypt'), outsideOffice), use);
  expect(told(losses)).toEqual([
    [ann, {}, ['Decrypt']],
    [app, {}, ['Decrypt']],
  ]);
  expect(losses[0]?.actions[0]?.witness.sourceIp).toBe('198.51.100.7');
  const throughS3 = deny('kms:Decrypt', { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } });
  expect(
    told(compareAccess(before, world(allow({ AWS: app }, 'kms:Decrypt'), throughS3), use).losses),
  ).toEqual([
    [ann, { 'kms:ViaService': 's3.us-west-2.amazonaws.com' }, ['Decrypt']],
    [app, { 'kms:ViaService': 's3.us-west-2.amazonaws.com' }, ['Decrypt']],
  ]);
});

test('a grant with a constraint', () => {
  const grant = {
    grantId: 'g',
    granteePrincipal: app,
    operations: ['Decrypt'],
    constraints: { EncryptionContextSubset: { Team: 'blue' } },
  };
  expect(told(compareAccess(world(), { ...world(), grants: [grant] }, use).gains)).toEqual([
    [app, { 'kms:EncryptionContext:Team': 'blue' }, ['Decrypt']],
  ]);
});

test('what could not be tried is named', () => {
  const after = world(
    allow({ AWS: app }, 'kms:Decrypt', { Condition: { StringEquals: { 'aws:ResourceTag/Team': 'blue' } } }),
    allow({ AWS: app }, 'kms:Encrypt', {
      Condition: { StringEquals: { 'kms:EncryptionContext:User': '${aws:username}' } },
    }),
  );
  const { gains, unexplored } = compareAccess(world(), after, use);
  expect(gains).toEqual([]);
  expect(unexplored.map(({ key, reason }) => [key, reason])).toEqual([
    ['aws:ResourceTag/Team', 'keyFact'],
    ['kms:EncryptionContext:User', 'variable'],
  ]);
});

test('a policy that AWS would refuse is not compared', () => {
  const diff = compareAccess(world(), { key: { arn }, resourcePolicy: '{' });
  expect(diff).toMatchObject({ gains: [], losses: [] });
  expect(diff.notes.map(({ code }) => code)).toEqual(['policyRefused']);
});

test('every witness is allowed on one side only; exchanging the sides exchanges gains and losses', () => {
  const short = { actions: ['kms:Decrypt', 'kms:CreateGrant', 'kms:PutKeyPolicy', 'kms:RetireGrant'] };
  fc.assert(
    fc.property(anyEnvironment, anyEnvironment, (before, after) => {
      const worlds = [withKeyArn(before), withKeyArn(after)] as const;
      const known = knownPrincipals(worlds, { roots: true });
      const [left, right] = worlds.map((one) => prepareAuthorizer(withAssumed(one, known)));
      const diff = compareAccess(before, after, short);
      for (const { witness } of diff.gains.flatMap(({ actions }) => actions)) {
        expect(left?.decide(witness)).not.toBe('Allowed');
        expect(right?.decide(witness)).toBe('Allowed');
      }
      for (const { witness } of diff.losses.flatMap(({ actions }) => actions)) {
        expect(left?.decide(witness)).toBe('Allowed');
        expect(right?.decide(witness)).not.toBe('Allowed');
      }
      const plain = (changes: readonly AccessChange[]) =>
        told(changes.filter(({ conditions }) => Object.keys(conditions).length === 0))
          .map(String)
          .sort();
      const back = compareAccess(after, before, short);
      if (before.key?.arn === after.key?.arn) expect(plain(back.losses)).toEqual(plain(diff.gains));
    }),
    { numRuns: 25 },
  );
});

test('who is left out of a comparison would have had the same answer', () => {
  fc.assert(
    fc.property(
      anyEnvironment,
      anyEnvironment,
      fc.constantFrom('resourcePolicy', 'grants', 'identityPolicies', 'scps'),
      (one, two, member) => {
        const before = withKeyArn(one);
        const after = { ...before, [member]: two[member] ?? null };
        const matters = changesBetween(before, after);
        const [left, right] = [prepareAuthorizer(before), prepareAuthorizer(after)];
        for (const principal of knownPrincipals([before, after], { roots: true })) {
          for (const name of ['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:RetireGrant', 'kms:CreateGrant']) {
            const caller = parseCaller(principal.principal);
            const action = parseAction(name);
            if (caller === null || action === null) throw new Error('a known principal calls a known action');
            if (matters({ principal, caller, action, environment: after })) continue;
            const request = { principal: principal.principal, action: name, resource: before.key.arn };
            expect(left.decide(request) === 'Allowed').toBe(right.decide(request) === 'Allowed');
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
