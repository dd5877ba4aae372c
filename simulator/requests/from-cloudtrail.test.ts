import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestFromCloudTrail } from './from-cloudtrail.ts';

const account = '111122223333';
const key = `arn:aws:kms:us-west-2:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const second = `arn:aws:kms:us-west-2:${account}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
const role = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:app',
  arn: `arn:aws:sts::${account}:assumed-role/App/app`,
  accountId: account,
  sessionContext: { attributes: { creationDate: '2026-11-23T10:00:00Z', mfaAuthenticated: 'false' } },
};
const event = {
  eventVersion: '1.11',
  userIdentity: role,
  eventTime: '2026-11-23T12:00:00Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'Decrypt',
  awsRegion: 'us-west-2',
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-cli/2.30',
  requestParameters: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext: { Team: 'blue' } },
  responseElements: null,
  resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: key }],
  eventType: 'AwsApiCall',
  recipientAccountId: account,
};
const read = (change: object) => requestFromCloudTrail({ ...event, ...change });

test('a Decrypt', () => {
  expect(requestFromCloudTrail(JSON.stringify(event))).toEqual({
    request: {
      principal: role.arn,
      action: 'kms:Decrypt',
      resource: key,
      encryptionContext: { Team: 'blue' },
      sourceIp: '203.0.113.9',
      time: '2026-11-23T12:00:00Z',
      context: {
        'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT',
        'aws:MultiFactorAuthPresent': 'false',
        'aws:TokenIssueTime': '2026-11-23T10:00:00Z',
        'aws:UserAgent': 'aws-cli/2.30',
      },
    },
    expected: { verdict: 'Allowed' },
    unread: [],
  });
});

test.each([
  ['Records', { Records: [{ ...event, eventSource: 's3.amazonaws.com', eventName: 'GetObject' }, event] }],
  ['EventBridge', { source: 'aws.kms', 'detail-type': 'AWS API Call via CloudTrail', detail: event }],
  ['LookupEvents', { Events: [{ EventName: 'Decrypt', CloudTrailEvent: JSON.stringify(event) }] }],
  ['a list', [event]],
])('delivered in %s', (_name, value) => {
  expect(requestFromCloudTrail(value)).toEqual(requestFromCloudTrail(event));
});

test('the failed call of several', () => {
  const failed = { ...event, eventName: 'Encrypt', errorCode: 'AccessDenied' };
  expect(requestFromCloudTrail({ Records: [event, failed] }).request.action).toBe('kms:Encrypt');
});

test('a denial, with the policy that AWS named', () => {
  const errorMessage = `User: ${role.arn} is not authorized to perform: kms:Decrypt on resource: ${key} with an explicit deny in a resource-based policy`;
  const { request, expected, unread } = read({ errorCode: 'AccessDenied', errorMessage, resources: [] });
  expect(request.resource).toBe(key);
  expect(expected).toEqual({ verdict: 'ExplicitlyDenied', policy: 'key' });
  expect(unread).toEqual([]);
});

test('another error says nothing of permission', () => {
  const { expected, unread } = read({ errorCode: 'IncorrectKeyException' });
  expect([expected, unread]).toEqual([undefined, ['outcome']]);
});

test('a service for the caller, and a service for itself', () => {
  const forCaller = read({
    userIdentity: { ...role, invokedBy: 's3.amazonaws.com' },
    sourceIPAddress: 's3.amazonaws.com',
    userAgent: 's3.amazonaws.com',
  });
  expect(forCaller.request).toMatchObject({ principal: role.arn, viaService: 's3.us-west-2.amazonaws.com' });
  expect(forCaller.request.sourceIp).toBeUndefined();
  const itself = read({
    userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' },
    sourceIPAddress: 'cloudtrail.amazonaws.com',
  });
  expect(itself.request.principal).toBe('cloudtrail.amazonaws.com');
  expect(itself.request.viaService).toBeUndefined();
});

test.each([
  [
    'IAM user',
    { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/ann` },
    `arn:aws:iam::${account}:user/ann`,
  ],
  ['root user', { type: 'Root', arn: `arn:aws:iam::${account}:root` }, `arn:aws:iam::${account}:root`],
  [
    'federated user',
    { type: 'FederatedUser', arn: `arn:aws:sts::${account}:federated-user/bob` },
    `arn:aws:sts::${account}:federated-user/bob`,
  ],
  [
    'account seen from the key owner',
    { type: 'AWSAccount', principalId: 'AROA:x', accountId: '444455556666' },
    undefined,
  ],
  ['nobody', null, undefined],
])('%s', (_name, userIdentity, principal) => {
  const { request, unread } = read({ userIdentity });
  expect(request.principal).toBe(principal);
  expect(unread.includes('principal')).toBe(principal === undefined);
});

test.each([
  [
    'an alias stays, for kms:RequestAlias',
    { keyId: 'alias/app' },
    `arn:aws:kms:us-west-2:${account}:alias/app`,
  ],
  ['a key id gives way to the ARN of the record', { keyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }, key],
  ['no key id, as with data of services', {}, key],
])('%s', (_name, requestParameters, resource) => {
  expect(read({ requestParameters }).request.resource).toBe(resource);
});

test('ReEncrypt has two keys', () => {
  const { request } = read({
    eventName: 'ReEncrypt',
    requestParameters: { destinationKeyId: second, sourceEncryptionContext: { Team: 'blue' } },
    resources: [{ ARN: key }, { ARN: second }],
  });
  expect(request).toMatchObject({
    action: 'kms:ReEncrypt',
    resource: key,
    secondResource: second,
    encryptionContext: { Team: 'blue' },
  });
});

test('UpdateAlias has an alias and a key', () => {
  const { request } = read({
    eventName: 'UpdateAlias',
    requestParameters: { aliasName: 'alias/app', targetKeyId: second },
  });
  expect(request).toMatchObject({
    resource: `arn:aws:kms:us-west-2:${account}:alias/app`,
    secondResource: second,
  });
});

test('parameters are condition keys', () => {
  const grant = read({
    eventName: 'CreateGrant',
    requestParameters: {
      keyId: key,
      granteePrincipal: role.arn,
      operations: ['Decrypt'],
      constraints: { encryptionContextSubset: { Team: 'blue' } },
    },
  });
  expect(grant.request.context).toMatchObject({
    'kms:GranteePrincipal': role.arn,
    'kms:GrantOperations': ['Decrypt'],
    'kms:GrantConstraintType': 'EncryptionContextSubset',
  });
  expect(grant.request.encryptionContext).toEqual({ Team: 'blue' });
  const made = read({
    eventName: 'CreateKey',
    resources: [],
    requestParameters: {
      keySpec: 'RSA_2048',
      keyUsage: 'SIGN_VERIFY',
      bypassPolicyLockoutSafetyCheck: false,
      tags: [{ tagKey: 'Team', tagValue: 'blue' }],
    },
  });
  expect(made.request.resource).toBe('*');
  expect(made.request.context).toMatchObject({
    'kms:KeySpec': 'RSA_2048',
    'kms:BypassPolicyLockoutSafetyCheck': false,
    'aws:RequestTag/Team': 'blue',
    'aws:TagKeys': ['Team'],
  });
});

test('an endpoint, and what AWS does by itself', () => {
  expect(read({ vpcEndpointId: 'vpce-1' }).request.vpcEndpoint).toBe('vpce-1');
  const rotated = read({
    eventName: 'RotateKey',
    eventType: 'AwsServiceEvent',
    userIdentity: { accountId: account, invokedBy: 'AWS Internal' },
    sourceIPAddress: 'AWS Internal',
    requestParameters: null,
  });
  expect(rotated.unread).toEqual(['serviceEvent', 'action', 'principal']);
  expect(rotated.expected).toBeUndefined();
});

test('no event', () => {
  expect(requestFromCloudTrail('{').unread).toEqual(['notJson']);
  for (const value of ['null', '[]', '{}', '"text"', '{"Records":[]}', 7, null, undefined]) {
    expect(requestFromCloudTrail(value).unread).toEqual(['notAnEvent']);
  }
});

test('any value is read without an error', () => {
  const members = fc.record(
    {
      eventName: fc.constantFrom('Decrypt', 'ReEncrypt', 'UpdateAlias', 'CreateGrant', 'CreateKey', 'x', ''),
      eventSource: fc.constantFrom('kms.amazonaws.com', 's3.amazonaws.com', '__proto__'),
      ...Object.fromEntries(
        [
          'userIdentity',
          'requestParameters',
          'resources',
          'sourceIPAddress',
          'eventTime',
          'errorCode',
          'errorMessage',
          'awsRegion',
          'eventType',
          'vpcEndpointId',
        ].map((name) => [
          name,
          fc.oneof(fc.anything(), fc.constant((event as Record<string, unknown>)[name])),
        ]),
      ),
    },
    { requiredKeys: ['eventName', 'eventSource'] },
  );
  fc.assert(
    fc.property(fc.oneof(members, fc.anything(), fc.json()), (value) => {
      const { request, unread } = requestFromCloudTrail(value);
      if (!unread.includes('notAnEvent') && !unread.includes('notJson')) {
        expect(request.principal === undefined).toBe(unread.includes('principal'));
      }
    }),
    { numRuns: 300 },
  );
});
