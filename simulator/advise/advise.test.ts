import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { AccessRequest, Environment } from '../authorize/types.ts';
import { parsePolicy } from '../policy/parse.ts';
import { anyEnvironment, anyRequest } from '../testing/arbitraries.ts';
import { waysToAllow } from './advise.ts';

const account = '111122223333';
const other = '444455556666';
const arn = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const second = `arn:aws:kms:us-west-2:${account}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
const app = `arn:aws:iam::${account}:role/App`;
const session = `arn:aws:sts::${account}:assumed-role/App/one`;
const ann = `arn:aws:iam::${account}:user/ann`;
const root = (id: string) => `arn:aws:iam::${id}:root`;
type Json = Record<string, unknown>;
const policy = (...statements: Json[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const allow = (principal: unknown, action: unknown, more: Json = {}): Json => ({
  Sid: 'Here',
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
});
const iam = (action: string, Resource = '*') =>
  policy({ Sid: 'Here', Effect: 'Allow', Action: action, Resource });
const decrypt: AccessRequest = { principal: session, action: 'kms:Decrypt', resource: arn };

/** The ways as codes, joined by `+` where one way changes several things. */
function ways(environment: Environment, request: Partial<AccessRequest> = {}) {
  const advice = waysToAllow({ key: { arn }, ...environment }, { ...decrypt, ...request });
  return (
    advice.impossible?.code ?? advice.ways.map(({ changes }) => changes.map(({ code }) => code).join('+'))
  );
}

test.each<[string, Environment, Partial<AccessRequest>, string[]]>([
  ['an allowed request needs nothing', { resourcePolicy: policy(allow({ AWS: app }, 'kms:*')) }, {}, []],
  [
    'the key leaves it to IAM, which is silent',
    { resourcePolicy: policy(allow({ AWS: root(account) }, 'kms:*')) },
    {},
    ['addIdentityPolicy', 'addStatement', 'createGrant'],
  ],
  [
    'an IAM policy allows another action',
    {
      resourcePolicy: policy(allow({ AWS: root(account) }, 'kms:*')),
      identityPolicies: [iam('kms:Encrypt')],
    },
    {},
    ['addIdentityPolicy', 'addAction', 'addStatement', 'createGrant'],
  ],
  [
    'an IAM policy speaks of another key',
    {
      resourcePolicy: policy(allow({ AWS: root(account) }, 'kms:*')),
      identityPolicies: [iam('kms:Decrypt', second)],
    },
    {},
    ['addIdentityPolicy', 'addStatement', 'createGrant', 'fixResource'],
  ],
  [
    'the key policy names somebody else',
    { resourcePolicy: policy(allow({ AWS: ann }, ['kms:Decrypt'])) },
    {},
    ['addStatement', 'createGrant', 'addPrincipal', 'addAccountStatement+addIdentityPolicy'],
  ],
  [
    'the key policy gives the caller another action',
    { resourcePolicy: policy(allow({ AWS: app }, ['kms:Encrypt'])) },
    {},
    ['addAction', 'addStatement', 'createGrant', 'addAccountStatement+addIdentityPolicy'],
  ],
  [
    'only through a service',
    {
      resourcePolicy: policy(
        allow({ AWS: app }, 'kms:Decrypt', {
          Condition: { StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } },
        }),
      ),
    },
    {},
    [
      'callThroughService',
      'addStatement',
      'createGrant',
      'removeCondition',
      'addAccountStatement+addIdentityPolicy',
    ],
  ],
  [
    'another account',
    { resourcePolicy: policy(allow({ AWS: root(other) }, 'kms:Encrypt')) },
    { principal: `arn:aws:iam::${other}:user/eve` },
    [
      'createGrant',
      'addStatement+addIdentityPolicy',
      'addAction+addIdentityPolicy',
      'addAccountStatement+addIdentityPolicy',
    ],
  ],
  [
    'a Deny with a condition',
    {
      resourcePolicy: policy(allow({ AWS: app }, 'kms:*'), {
        ...allow('*', ['kms:Decrypt', 'kms:Encrypt'], {
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
        }),
        Effect: 'Deny',
      }),
    },
    {},
    ['useEndpoint', 'exceptCaller', 'removeActionFromDeny', 'removeDeny'],
  ],
  [
    'an alias of nowhere',
    { key: { arn, aliases: ['alias/a'] }, resourcePolicy: policy(allow({ AWS: app }, 'kms:*')) },
    { resource: 'alias/b' },
    ['useKeyArn'],
  ],
  [
    'a boundary',
    { resourcePolicy: policy(allow({ AWS: app }, 'kms:*')), permissionBoundaries: [iam('kms:Encrypt')] },
    {},
    ['addAction', 'addStatement', 'addStatement'],
  ],
  [
    'a level of SCPs',
    {
      resourcePolicy: policy(allow({ AWS: app }, 'kms:*')),
      scps: [{ orgIdentifier: 'r', policies: [iam('s3:*')] }],
    },
    {},
    ['addStatement'],
  ],
  [
    'a grant that is not known everywhere yet',
    {
      resourcePolicy: policy(allow({ AWS: ann }, 'kms:*')),
      grants: [
        { grantId: 'g', granteePrincipal: app, operations: ['Decrypt'], pending: true, grantToken: 'token' },
      ],
    },
    {},
    [
      'sendGrantToken',
      'addStatement',
      'createGrant',
      'addPrincipal',
      'addAccountStatement+addIdentityPolicy',
    ],
  ],
  [
    'a service',
    { resourcePolicy: policy(allow({ AWS: root(account) }, 'kms:*')) },
    { principal: 'sns.amazonaws.com', context: { 'aws:SourceArn': 'arn:aws:sns:us-west-2:111122223333:t' } },
    ['createGrant', 'addStatement', 'addPrincipal'],
  ],
])('%s', (_name, environment, request, expected) => {
  expect([...ways(environment, request)].sort()).toEqual([...expected].sort());
});

test.each<[string, Environment, Partial<AccessRequest>, string]>([
  [
    'an operation of one account',
    { resourcePolicy: policy(allow('*', 'kms:*')) },
    { action: 'kms:PutKeyPolicy', principal: `arn:aws:iam::${other}:user/eve` },
    'cannotCrossAccounts',
  ],
  [
    'an AWS managed key across accounts',
    { key: { arn, manager: 'AWS' }, resourcePolicy: policy(allow('*', 'kms:*')) },
    { principal: `arn:aws:iam::${other}:user/eve` },
    'awsManagedKeyStaysInAccount',
  ],
  [
    'an AWS managed key and a service principal',
    { key: { arn, manager: 'AWS' }, resourcePolicy: policy(allow({ AWS: root(account) }, 'kms:Describe*')) },
    { principal: 'events.amazonaws.com' },
    'awsManagedKeyPolicyIsFixed',
  ],
  ['a policy that is none', { resourcePolicy: '{' }, {}, 'policyRefused'],
])('%s: nothing helps, and why', (_name, environment, request, code) => {
  expect(ways(environment, request)).toBe(code);
});

test('what opens least comes first, and tells what it opens', () => {
  const { ways: found } = waysToAllow(
    { key: { arn }, resourcePolicy: policy(allow({ AWS: ann }, 'kms:*')) },
    decrypt,
  );
  expect(found.map(({ code }) => code)).toEqual([
    'addStatement',
    'createGrant',
    'addPrincipal',
    'addAccountStatement',
  ]);
  expect(
    found[0]?.effect.gains.map(({ principal, actions }) => [principal.principal, actions.length]),
  ).toEqual([[app, 1]]);
  expect(found[2]?.effect.gains[0]?.actions.length).toBeGreaterThan(40);
});

test('an edit keeps the formatting, and its range is what is new', () => {
  const text = policy(allow({ AWS: app }, ['kms:Encrypt', 'kms:Sign']));
  const way = waysToAllow({ key: { arn }, resourcePolicy: text }, decrypt).ways.find(
    ({ code }) => code === 'addAction',
  );
  const change = way?.changes[0];
  if (change?.type !== 'policy') throw new Error('a policy changes');
  expect(change.text).toBe(policy(allow({ AWS: app }, ['kms:Encrypt', 'kms:Sign', 'kms:Decrypt'])));
  expect(change.text.slice(change.range.start, change.range.end)).toBe('"kms:Decrypt"');
});

test('the second key of ReEncrypt', () => {
  const environment = {
    key: { arn },
    resourcePolicy: policy(allow({ AWS: app }, 'kms:*')),
    keys: [{ key: { arn: second }, resourcePolicy: policy(allow({ AWS: ann }, 'kms:*')) }],
  };
  const { ways: found } = waysToAllow(environment, {
    ...decrypt,
    action: 'kms:ReEncrypt',
    secondResource: second,
  });
  expect(found[0]).toMatchObject({ code: 'addStatement', changes: [{ keyArn: second }] });
  expect(found[0]?.effect.gains[0]?.actions[0]?.witness).toMatchObject({
    action: 'kms:ReEncryptTo',
    resource: second,
  });
});

test('every way is allowed, and every text parses no worse than before', () => {
  fc.assert(
    fc.property(anyEnvironment, anyRequest, (environment, request) => {
      for (const way of waysToAllow(environment, request).ways) {
        expect(prepareAuthorizer(way.environment).decide(way.request ?? request)).toBe('Allowed');
        for (const change of way.changes) {
          if (change.type !== 'policy') continue;
          const { document, problems } = parsePolicy(change.text, change.kind);
          expect(document).not.toBeNull();
          expect(
            problems.filter(({ code }) => code === 'JSON_SYNTAX_ERROR' || code === 'DUPLICATE_KEY'),
          ).toEqual([]);
        }
      }
    }),
    { numRuns: 8 },
  );
});
