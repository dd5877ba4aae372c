import { describe, expect, test } from 'vitest';
import { prepareAuthorizer } from './authorize.ts';
import type { AccessRequest, Environment, Verdict } from './types.ts';

const account = '111122223333';
const key = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const second = `arn:aws:kms:us-west-2:${account}:key/2222abcd-12ab-34cd-56ef-1234567890ab`;
const alice = `arn:aws:iam::${account}:user/alice`;
const federated = `arn:aws:sts::${account}:federated-user/bob`;
const session = `arn:aws:sts::${account}:assumed-role/App/one`;

const doc = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: string | string[], rest: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...rest,
});
const deny = (condition: object, action = 'kms:*') => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  Condition: condition,
});
const root = { Principal: { AWS: `arn:aws:iam::${account}:root` } };
const delegating = doc(allow('kms:*', root));
const base: Environment = {
  key: { arn: key },
  resourcePolicy: delegating,
  identityPolicies: [doc(allow('kms:*'))],
};
const decrypt: AccessRequest = { principal: alice, action: 'kms:Decrypt', resource: key };

function verdict(environment: Environment, request: AccessRequest): Verdict {
  const authorizer = prepareAuthorizer(environment);
  const explained = authorizer.explain(request).verdict;
  expect(authorizer.decide(request)).toBe(explained);
  return explained;
}
const denying = (...statements: object[]): Environment => ({
  ...base,
  identityPolicies: [doc(allow('kms:*')), doc(...statements)],
});

describe('which key a request is about', () => {
  const twoKeys = (own: object, other: object): Environment => ({
    ...base,
    resourcePolicy: doc(own),
    keys: [{ key: { arn: second }, resourcePolicy: doc(other) }],
  });
  const reEncrypt = (resource: string, secondResource: string): AccessRequest => ({
    principal: alice,
    action: 'kms:ReEncrypt',
    resource,
    secondResource,
  });

  test.each<[string, Environment, AccessRequest, Verdict]>([
    [
      'each side of ReEncrypt by its own key policy',
      twoKeys(allow('kms:ReEncryptFrom', root), allow('kms:ReEncryptTo', root)),
      reEncrypt(key, second),
      'Allowed',
    ],
    [
      'the other way round neither is allowed',
      twoKeys(allow('kms:ReEncryptFrom', root), allow('kms:ReEncryptTo', root)),
      reEncrypt(second, key),
      'ImplicitlyDenied',
    ],
    [
      'a listed key by its id',
      twoKeys(allow('kms:Encrypt', root), allow('kms:Decrypt', root)),
      { ...decrypt, resource: second.slice(-36) },
      'Allowed',
    ],
    ['a key of which nothing is known', base, { ...decrypt, resource: second }, 'NotSimulated'],
    [
      'an alias of another Region is not there',
      { ...base, key: { arn: key, aliases: ['alias/app'] } },
      { ...decrypt, resource: `arn:aws:kms:eu-west-1:${account}:alias/app` },
      'ImplicitlyDenied',
    ],
    [
      'the ARN tells the account, whatever the request says',
      {
        ...base,
        resourcePolicy: doc(allow('kms:*', { Principal: { AWS: 'arn:aws:iam::444455556666:user/eve' } })),
        identityPolicies: [],
      },
      { ...decrypt, principal: 'arn:aws:iam::444455556666:user/eve', resourceAccount: '444455556666' },
      'ImplicitlyDenied',
    ],
  ])('%s', (_name, environment, request, wanted) => {
    expect(verdict(environment, request)).toBe(wanted);
  });

  test.each([
    [second, 'Allowed'],
    [key, 'ExplicitlyDenied'],
  ])('kms:ReEncryptOnSameKey with the destination %s', (destination, wanted) => {
    const environment = {
      ...denying(deny({ Bool: { 'kms:ReEncryptOnSameKey': 'true' } })),
      keys: [{ key: { arn: second }, resourcePolicy: delegating }],
    };
    expect(verdict(environment, reEncrypt(key, destination))).toBe(wanted);
  });
});

describe('keys yet to be made', () => {
  const signing: Environment = {
    ...base,
    key: { arn: key, keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY', tags: { P: 'a' } },
  };
  const create: AccessRequest = { principal: alice, action: 'kms:CreateKey', resource: '*' };

  test('CreateKey has the defaults of its parameters, not the facts of another key', () => {
    const onlySymmetric = allow('kms:CreateKey', {
      Condition: { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } },
    });
    expect(verdict({ ...signing, identityPolicies: [doc(onlySymmetric)] }, create)).toBe('Allowed');
  });

  test('tagging a new key is not judged by the tags of another', () => {
    const policy = doc(
      allow('kms:CreateKey'),
      allow('kms:TagResource', { Condition: { StringEquals: { 'aws:ResourceTag/P': 'a' } } }),
    );
    const tagged = { ...create, context: { 'aws:RequestTag/Q': 'z' } };
    expect(verdict({ ...signing, identityPolicies: [policy] }, tagged)).toBe('ImplicitlyDenied');
  });

  test.each([
    ['eu-west-1', 'Allowed'],
    ['us-west-2', 'ImplicitlyDenied'],
  ])('tags of a replica in eu-west-1 need kms:TagResource there, not in %s', (region, wanted) => {
    const policy = doc(allow(['kms:ReplicateKey', 'kms:CreateKey']), {
      Effect: 'Allow',
      Action: 'kms:TagResource',
      Resource: `arn:aws:kms:${region}:${account}:key/*`,
    });
    const request = {
      ...decrypt,
      action: 'kms:ReplicateKey',
      context: { 'kms:ReplicaRegion': 'eu-west-1', 'aws:RequestTag/Q': 'z' },
    };
    expect(verdict({ ...base, identityPolicies: [policy] }, request)).toBe(wanted);
  });

  test('a replica is created in its own Region', () => {
    const environment = denying(
      deny({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, 'kms:CreateKey'),
    );
    const request = { ...decrypt, action: 'kms:ReplicateKey', context: { 'kms:ReplicaRegion': 'eu-west-1' } };
    expect(verdict(environment, request)).toBe('ExplicitlyDenied');
  });
});

describe('what follows from the request', () => {
  test.each<[string, Environment, AccessRequest, Verdict]>([
    [
      'account-level calls have a Region',
      denying(deny({ StringNotEquals: { 'aws:RequestedRegion': 'us-west-2' } })),
      { ...decrypt, action: 'kms:ListKeys', resource: '*' },
      'Allowed',
    ],
    [
      'conditions on the key say nothing of the alias',
      {
        ...base,
        identityPolicies: [
          doc(
            allow('kms:CreateAlias', { Condition: { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } } }),
          ),
        ],
      },
      { ...decrypt, action: 'kms:CreateAlias', resource: `arn:aws:kms:us-west-2:${account}:alias/app` },
      'ImplicitlyDenied',
    ],
    [
      'an alias needs the key policy too, whichever key it is',
      { resourcePolicy: doc(allow('kms:Decrypt', root)), identityPolicies: [doc(allow('kms:*'))] },
      { ...decrypt, action: 'kms:CreateAlias', resource: `arn:aws:kms:us-west-2:${account}:alias/app` },
      'ImplicitlyDenied',
    ],
    [
      'an HMAC key has the usage that its spec allows',
      {
        ...denying(deny({ StringEquals: { 'kms:KeyUsage': 'GENERATE_VERIFY_MAC' } })),
        key: { arn: key, keySpec: 'HMAC_256' },
      },
      { ...decrypt, action: 'kms:GenerateMac' },
      'ExplicitlyDenied',
    ],
    [
      'a service calls past the VPC endpoint',
      { ...base, vpcEndpointPolicies: [doc(allow('kms:Encrypt', { Principal: '*' }))] },
      { ...decrypt, viaService: 's3' },
      'Allowed',
    ],
    [
      'the caller itself does not',
      { ...base, vpcEndpointPolicies: [doc(allow('kms:Encrypt', { Principal: '*' }))] },
      decrypt,
      'ImplicitlyDenied',
    ],
    [
      'aws:CalledVia of DynamoDB',
      denying(deny({ 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['dynamodb.amazonaws.com'] } })),
      { ...decrypt, viaService: 'dynamodb' },
      'ExplicitlyDenied',
    ],
    [
      'a federated user without a session policy',
      base,
      { ...decrypt, principal: federated },
      'ImplicitlyDenied',
    ],
    [
      'a federated user with one',
      { ...base, sessionPolicies: [doc(allow('kms:*'))] },
      { ...decrypt, principal: federated },
      'Allowed',
    ],
    [
      'a federated user that the key policy names',
      { ...base, resourcePolicy: doc(allow('kms:*', { Principal: { AWS: federated } })) },
      { ...decrypt, principal: federated },
      'Allowed',
    ],
    [
      'an anonymous request does not say whether it is a service',
      {
        resourcePolicy: doc(
          { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
          },
        ),
      },
      {
        principal: { type: 'Anonymous' },
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::bucket/one',
        resourceAccount: account,
      },
      'Allowed',
    ],
    [
      'tags of a session are added to those of its role',
      {
        ...base,
        callers: [
          {
            arn: `arn:aws:iam::${account}:role/App`,
            tags: { team: 'a' },
            identityPolicies: [
              doc(allow('kms:*', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } })),
            ],
          },
          { arn: session, tags: { shift: 'night' } },
        ],
      },
      { ...decrypt, principal: session },
      'Allowed',
    ],
    [
      "an organization's policies end at its members",
      {
        ...base,
        organization: { accounts: ['444455556666'] },
        scps: [{ orgIdentifier: 'r-1', policies: [doc(allow('s3:*'))] }],
      },
      decrypt,
      'Allowed',
    ],
    [
      'an empty text is no value to ForAllValues',
      denying(deny({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } })),
      { ...decrypt, context: { 'aws:TagKeys': [''] } },
      'ExplicitlyDenied',
    ],
    [
      "EC2's own grants on the volumes of an instance",
      {
        key: { arn: key },
        resourcePolicy: delegating,
        grants: [
          {
            grantId: 'g',
            granteePrincipal: `${account}:aws:ec2-infrastructure:i-0abc`,
            operations: ['Decrypt'],
          },
        ],
      },
      { ...decrypt, principal: `arn:aws:sts::${account}:assumed-role/aws:ec2-infrastructure/i-0abc` },
      'Allowed',
    ],
  ])('%s', (_name, environment, request, wanted) => {
    expect(verdict(environment, request)).toBe(wanted);
  });
});

describe('RetireGrant', () => {
  const grant = (grantId: string, retiringPrincipal: string, rest: object = {}) => ({
    grantId,
    granteePrincipal: `arn:aws:iam::${account}:user/eve`,
    retiringPrincipal,
    operations: ['Decrypt'],
    grantToken: `token ${grantId}`,
    ...rest,
  });
  const mine = grant('mine', alice);
  const theirs = grant('theirs', `arn:aws:iam::${account}:user/eve`);
  const retire = { ...decrypt, action: 'kms:RetireGrant' };
  const environment = { key: { arn: key }, resourcePolicy: delegating, grants: [mine, theirs] };

  test.each([
    ['mine', 'Allowed'],
    ['theirs', 'ImplicitlyDenied'],
  ])('the token of %s leads to that grant', (name, wanted) => {
    expect(verdict(environment, { ...retire, grantTokens: [`token ${name}`] })).toBe(wanted);
  });

  test('a grant not yet known everywhere is found by its token only', () => {
    const pending = { ...environment, grants: [grant('new', alice, { pending: true })] };
    expect(verdict(pending, { ...retire, grantId: 'new' })).toBe('ImplicitlyDenied');
    expect(verdict(pending, { ...retire, grantTokens: ['token new'] })).toBe('Allowed');
  });

  test('which of several grants is meant is asked by a note', () => {
    const { notes } = prepareAuthorizer(environment).explain(retire);
    expect(notes.map(({ code }) => code)).toContain('grantNotNamed');
  });
});

describe('keys that every request carries', () => {
  test.each([
    ['StringLike', 'aws:userid', '*:one', 'kms:Decrypt'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0', 'kms:Decrypt'],
    ['StringLike', 'kms:SigningAlgorithm', '*', 'kms:Sign'],
    ['ForAnyValue:StringLike', 'kms:GrantOperations', '*', 'kms:CreateGrant'],
  ])('%s %s gets a note when the request does not give it', (operator, name, value, action) => {
    const environment = denying(
      deny({ [operator]: { [name]: value }, Bool: { 'aws:ViaAWSService': 'false' } }),
    );
    const { notes } = prepareAuthorizer(environment).explain({ ...decrypt, principal: session, action });
    expect(notes).toContainEqual({ code: 'keyNotGiven', data: { key: name } });
  });

  test('the path of a role that its session does not tell', () => {
    const environment = denying(
      deny({ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/team/App` } }),
    );
    const { notes } = prepareAuthorizer(environment).explain({ ...decrypt, principal: session });
    expect(notes).toContainEqual({ code: 'rolePathUnknown', data: { role: 'App' } });
  });
});

describe('input of the wrong shape', () => {
  const anything = <T>(value: unknown) => value as T;
  test.each<[unknown, unknown, string]>([
    [base, {}, 'request.principal'],
    [base, { ...decrypt, principal: null }, 'request.principal'],
    [base, { ...decrypt, action: 5 }, 'request.action'],
    [base, { ...decrypt, time: 5 }, 'request.time'],
    [null, decrypt, 'environment'],
    [{ ...base, identityPolicies: [null] }, decrypt, 'identityPolicies'],
    [{ ...base, identityPolicies: {} }, decrypt, 'identityPolicies'],
    [{ ...base, grants: [null] }, decrypt, 'grants'],
    [{ ...base, scps: [{ orgIdentifier: 'r' }] }, decrypt, 'scps'],
    [{ ...base, key: { arn: key, aliases: 'alias/a' } }, decrypt, 'key'],
  ])('%#: is named and decides nothing', (environment, request, where) => {
    const authorizer = prepareAuthorizer(anything(environment));
    expect(authorizer.decide(anything(request))).toBe('NotSimulated');
    expect(authorizer.explain(anything(request)).notes).toEqual([
      { code: 'malformedInput', data: { where } },
    ]);
  });
});

describe('principals that AWS does not accept in a key policy', () => {
  const named = (effect: 'Allow' | 'Deny', principal: string): Environment => ({
    ...base,
    resourcePolicy: doc(allow('kms:*', root), {
      Effect: effect,
      Principal: { AWS: principal },
      Action: 'kms:*',
      Resource: '*',
    }),
  });
  const impossible = [`arn:aws:iam::${account}:user/*`, `arn:aws:iam::${account}:group/dev`, 'everybody'];

  test.each(impossible)('an Allow for %s is for nobody, and says so', (principal) => {
    const decision = prepareAuthorizer(named('Allow', principal)).explain(decrypt);
    expect(decision.verdict).toBe('Allowed');
    expect(decision.notes).toContainEqual({
      code: 'invalidPrincipal',
      data: { name: 'Key policy', principal },
    });
  });

  test.each(impossible)('with a Deny for %s nothing can be decided', (principal) => {
    expect(verdict(named('Deny', principal), decrypt)).toBe('NotSimulated');
  });

  test('a deleted identity, shown by its id, is nobody', () => {
    const decision = prepareAuthorizer(named('Deny', 'AIDACKCEVSQ6C2EXAMPLE')).explain(decrypt);
    expect([decision.verdict, decision.notes]).toEqual(['Allowed', []]);
  });
});
