/* What people struggle with: the wrong state fails as it fails in AWS, and the documented fix is among the ways. */
import { expect, test } from 'vitest';
import { whoCanAdminister } from '../access/administrators.ts';
import { compareAccess } from '../access/diff.ts';
import { prepareAuthorizer } from '../authorize/authorize.ts';
import { lockoutSafetyCheck } from '../authorize/lockout.ts';
import type { AccessRequest, Environment } from '../authorize/types.ts';
import { waysToAllow } from './advise.ts';

const own = '111122223333';
const other = '444455556666';
const arn = `arn:aws:kms:us-west-2:${own}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const root = (account: string) => `arn:aws:iam::${account}:root`;
const autoScaling = (account: string) =>
  role(account, 'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling');
type Json = Record<string, unknown>;
const policy = (...statements: Json[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (principal: unknown, action: unknown, more: Json = {}): Json => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
});
const iam = (action: string) => policy({ Effect: 'Allow', Action: action, Resource: '*' });
const byDefault = policy(allow({ AWS: root(own) }, 'kms:*'));
const managed = (service: string): Environment => ({
  key: { arn, manager: 'AWS' },
  resourcePolicy: policy(
    allow('*', ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:CreateGrant', 'kms:DescribeKey'], {
      Condition: {
        StringEquals: { 'kms:CallerAccount': own, 'kms:ViaService': `${service}.us-west-2.amazonaws.com` },
      },
    }),
    allow({ AWS: root(own) }, ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant']),
  ),
});
const asked = (principal: string, action: string, more: Partial<AccessRequest> = {}): AccessRequest => ({
  principal,
  action: `kms:${action}`,
  resource: arn,
  ...more,
});

/** What denies, and the codes of the ways out. */
function look(environment: Environment, request: AccessRequest) {
  const { verdict, message } = prepareAuthorizer({ key: { arn }, ...environment }).explain(request);
  const { ways, impossible } = waysToAllow({ key: { arn }, ...environment }, request);
  return {
    verdict,
    message,
    codes: impossible?.code ?? ways.map(({ changes }) => changes.map(({ code }) => code).join('+')),
    first: ways[0],
  };
}

test('1: a key policy that locks its author out', () => {
  const policyOfOthers = policy(allow({ AWS: role(own, 'Other') }, 'kms:*'));
  const check = lockoutSafetyCheck(
    { key: { arn } },
    { principal: role(own, 'Author'), policy: policyOfOthers },
  );
  expect(check.message).toBe('The new key policy will not allow you to update the key policy in the future.');
});

test('4: Auto Scaling may not create grants for encrypted volumes', () => {
  const { message, first } = look(
    { resourcePolicy: byDefault },
    asked(autoScaling(own), 'CreateGrant', { viaService: 'ec2' }),
  );
  expect(message).toContain('because no identity-based policy allows the kms:CreateGrant action');
  const change = first?.changes[0];
  expect(change).toMatchObject({ code: 'addStatement', kind: 'key' });
  expect(change?.type === 'policy' && change.text).toContain('kms:GrantIsForAWSResource');
});

test('5: the service-linked role of another account takes no IAM policy, so a grant it is', () => {
  const resourcePolicy = policy(allow({ AWS: root(own) }, 'kms:*'), allow({ AWS: root(other) }, 'kms:*'));
  const { verdict, codes, first } = look({ resourcePolicy }, asked(autoScaling(other), 'Decrypt'));
  expect([verdict, codes]).toEqual(['ImplicitlyDenied', ['createGrant']]);
  expect(first?.effect.gains[0]?.principal.principal).toBe(autoScaling(other));
});

test('6: across accounts both sides must allow, and an alias is looked up at home', () => {
  const reader = role(other, 'Reader');
  expect(look({ resourcePolicy: byDefault }, asked(reader, 'Decrypt', { viaService: 's3' })).codes).toContain(
    'addStatement+addIdentityPolicy',
  );
  const environment = {
    key: { arn, aliases: ['alias/data'] },
    resourcePolicy: policy(allow({ AWS: reader }, 'kms:Decrypt')),
    callers: [{ arn: reader, identityPolicies: [iam('kms:Decrypt')] }],
  };
  const { message, codes } = look(environment, asked(reader, 'Decrypt', { resource: 'alias/data' }));
  expect(message).toBe(`Alias arn:aws:kms:us-west-2:${other}:alias/data is not found.`);
  expect(codes).toEqual(['useKeyArn']);
});

test('7 and 10: an AWS managed key serves neither another account nor a service principal', () => {
  expect(look(managed('ec2'), asked(role(other, 'Copy'), 'Decrypt', { viaService: 'ec2' })).codes).toBe(
    'awsManagedKeyStaysInAccount',
  );
  expect(look(managed('sqs'), asked('s3.amazonaws.com', 'GenerateDataKey')).codes).toBe(
    'awsManagedKeyPolicyIsFixed',
  );
  expect(look(managed('ec2'), asked(role(own, 'App'), 'Decrypt')).codes).toEqual(['callThroughService']);
});

test('8: CloudWatch Logs is let in for the log group alone', () => {
  const group = `arn:aws:logs:us-west-2:${own}:log-group:/app`;
  const request = asked('logs.us-west-2.amazonaws.com', 'Encrypt', {
    encryptionContext: { 'aws:logs:arn': group },
  });
  const { first } = look({ resourcePolicy: byDefault }, request);
  expect(first?.code).toBe('addStatement');
  expect(first?.effect.gains.map(({ conditions }) => conditions)).toEqual([
    { 'kms:EncryptionContext:aws:logs:arn': group },
  ]);
});

test('9 and 18: a service is let in for its resource', () => {
  for (const [service, source] of [
    ['sns', `arn:aws:sns:us-west-2:${own}:topic`],
    ['cloudfront', `arn:aws:cloudfront::${own}:distribution/E1`],
  ] as const) {
    const request = asked(`${service}.amazonaws.com`, 'Decrypt', { context: { 'aws:SourceArn': source } });
    const { first } = look({ resourcePolicy: byDefault }, request);
    expect(first?.code).toBe('addStatement');
    expect(first?.effect.gains[0]?.conditions).toEqual({ 'aws:SourceArn': source });
  }
});

test('12: the reader of a secret lacks kms:Decrypt', () => {
  const callers = [{ arn: role(own, 'Reader'), identityPolicies: [iam('secretsmanager:GetSecretValue')] }];
  const session = `arn:aws:sts::${own}:assumed-role/Reader/one`;
  const { codes } = look(
    { resourcePolicy: byDefault, callers },
    asked(session, 'Decrypt', { viaService: 'secretsmanager' }),
  );
  expect(codes).toEqual(['addStatement', 'addIdentityPolicy', 'addAction', 'createGrant']);
});

test('16 and 17: a deleted role matches nobody, and may have been the last administrator', () => {
  const resourcePolicy = policy(
    allow({ AWS: 'AROADBQP57FF2AEXAMPLE' }, 'kms:*'),
    allow({ AWS: role(own, 'App') }, 'kms:Decrypt'),
  );
  expect(look({ resourcePolicy }, asked(role(own, 'Admin'), 'PutKeyPolicy')).verdict).toBe(
    'ImplicitlyDenied',
  );
  expect(whoCanAdminister({ key: { arn }, resourcePolicy })).toEqual([]);
});

test('22: a Deny by address breaks services that call for the user, until it spares them', () => {
  const deny = (condition: Json) =>
    policy(allow({ AWS: role(own, 'App') }, 'kms:*'), {
      ...allow('*', 'kms:*', { Condition: condition }),
      Effect: 'Deny',
    });
  const byAddress = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  const before = { key: { arn }, resourcePolicy: deny(byAddress) };
  const request = asked(role(own, 'App'), 'Decrypt', { viaService: 's3', sourceIp: '203.0.113.9' });
  const { verdict, first } = look(before, request);
  expect([verdict, first?.code]).toEqual(['ExplicitlyDenied', 'exceptServices']);
  const after = {
    key: { arn },
    resourcePolicy: deny({ ...byAddress, Bool: { 'aws:ViaAWSService': 'false' } }),
  };
  const { gains, losses } = compareAccess(before, after, { actions: ['kms:Decrypt'] });
  expect(gains.map(({ conditions }) => conditions)).toEqual([{ 'aws:ViaAWSService': 'true' }]);
  expect(losses).toEqual([]);
});
