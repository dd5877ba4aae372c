import { expect, test } from 'vitest';
import {
  type CloudTrailEvent,
  cloudTrail,
  requestFromCloudTrail,
  searchTrail,
  type World,
} from '../index.ts';
import { alice, keyArn, keyId, ledgerWorld, must, owner, partner, visitor } from '../testing/ledger-world.ts';

const Plaintext = Uint8Array.from('attack at dawn', (letter) => letter.charCodeAt(0));
const key = { accountId: owner, type: 'AWS::KMS::Key', ARN: keyArn };

function eventsOf(world: World, account: string | null = null): CloudTrailEvent[] {
  return [...cloudTrail(world.trail, account)];
}

test('an Encrypt by a user, member by member', async () => {
  const world = ledgerWorld();
  await must(
    world,
    'Encrypt',
    { KeyId: keyId, Plaintext, EncryptionContext: { Team: 'blue' } },
    {
      arn: alice,
      sourceIp: '203.0.113.9',
      vpcEndpoint: 'vpce-1',
      context: { 'aws:UserAgent': 'aws-cli/2.30' },
    },
  );
  const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(eventsOf(world)).toEqual([
    {
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
        arn: alice,
        accountId: owner,
        accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{17}$/),
        userName: 'Alice',
      },
      eventTime: '2026-11-01T00:00:00Z',
      eventSource: 'kms.amazonaws.com',
      eventName: 'Encrypt',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.9',
      userAgent: 'aws-cli/2.30',
      requestParameters: {
        keyId,
        encryptionContext: { Team: 'blue' },
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      responseElements: null,
      additionalEventData: { keyMaterialId: expect.stringMatching(/^[\da-f]{64}$/) },
      requestID: uuid,
      eventID: uuid,
      readOnly: true,
      resources: [key],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: owner,
      vpcEndpointId: 'vpce-1',
      vpcEndpointAccountId: owner,
      eventCategory: 'Management',
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: 'kms.us-east-1.amazonaws.com',
      },
    },
  ]);
});

test('another account that uses a key: both trails, linked; a denial stays with the caller', async () => {
  const world = ledgerWorld();
  await must(world, 'GenerateDataKey', { KeyId: keyArn, KeySpec: 'AES_256' }, visitor);
  await must(world, 'PutKeyPolicy', {
    KeyId: keyId,
    Policy: JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { AWS: owner }, Action: 'kms:*', Resource: '*' }],
    }),
  });
  await world.call(visitor, 'GenerateDataKey', { KeyId: keyArn, KeySpec: 'AES_256' });
  const [mine, denied] = eventsOf(world, partner);
  const [theirs, ...later] = eventsOf(world, owner);
  expect(mine?.userIdentity).toMatchObject({
    type: 'AssumedRole',
    principalId: expect.stringMatching(/^AROA[A-Z2-7]{17}:app$/),
    arn: visitor,
    accountId: partner,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${partner}:role/App`, userName: 'App' },
      attributes: { mfaAuthenticated: 'false' },
    },
  });
  expect(theirs?.userIdentity).toEqual({
    type: 'AWSAccount',
    principalId: mine?.userIdentity.principalId,
    accountId: partner,
  });
  expect(theirs?.sharedEventID).toBe(mine?.sharedEventID);
  expect(theirs?.sharedEventID).toBeDefined();
  expect(theirs?.eventID).not.toBe(mine?.eventID);
  expect(denied).toMatchObject({
    errorCode: 'AccessDenied',
    errorMessage: expect.stringContaining('is not authorized to perform: kms:GenerateDataKey'),
    responseElements: null,
  });
  expect(denied).not.toHaveProperty('sharedEventID');
  expect(later.map(({ eventName }) => eventName)).toEqual(['PutKeyPolicy']);
});

test('a service for a principal, and by itself', async () => {
  const world = ledgerWorld();
  const input = { KeyId: keyArn, KeySpec: 'AES_256' } as const;
  await must(world, 'GenerateDataKey', input, { arn: alice, viaService: 's3.us-east-1.amazonaws.com' });
  await world.call('logs.us-east-1.amazonaws.com', 'GenerateDataKey', input);
  await must(world, 'PutKeyPolicy', {
    KeyId: keyId,
    Policy: JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
    }),
  });
  await must(world, 'GenerateDataKey', input, 'cloudtrail.amazonaws.com');
  const [viaS3, , put, byService] = eventsOf(world);
  expect(viaS3).toMatchObject({
    userIdentity: { type: 'IAMUser', arn: alice, invokedBy: 's3.amazonaws.com' },
    sourceIPAddress: 's3.amazonaws.com',
    userAgent: 's3.amazonaws.com',
  });
  expect(viaS3).not.toHaveProperty('tlsDetails');
  expect(put?.responseElements).toBeNull();
  expect(byService).toMatchObject({
    userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' },
    sourceIPAddress: 'cloudtrail.amazonaws.com',
    recipientAccountId: owner,
    sharedEventID: expect.any(String),
  });
  await must(world, 'GenerateDataKey', input, 'dynamodb.us-east-1.amazonaws.com');
  expect(eventsOf(world).at(-1)).toMatchObject({
    userIdentity: { type: 'AWSService', invokedBy: 'dynamodb.amazonaws.com' },
    userAgent: 'dynamodb.amazonaws.com',
  });
  await must(world, 'DescribeKey', { KeyId: keyArn }, 'ec2.us-east-1.amazonaws.com');
  expect(eventsOf(world).at(-1)?.userIdentity).toEqual({ type: 'AWSService', invokedBy: 'AWS Internal' });
  await must(world, 'DescribeKey', { KeyId: keyArn }, 'logs.us-east-1.amazonaws.com');
  const byLogs = eventsOf(world).at(-1);
  expect(byLogs?.userIdentity.invokedBy).toBe('logs.amazonaws.com');
  expect(requestFromCloudTrail(byLogs).request.principal).toBe('logs.us-east-1.amazonaws.com');
  await must(world, 'DescribeKey', { KeyId: keyId }, { arn: alice, invokedBy: 'lambda.amazonaws.com' });
  expect(eventsOf(world).at(-1)).toMatchObject({
    userIdentity: { arn: alice, invokedBy: 'lambda.amazonaws.com' },
    sourceIPAddress: 'lambda.amazonaws.com',
  });
});

test('EC2 by its front end, and the host of an instance', async () => {
  const world = ledgerWorld();
  const i = 'i-0c9d812c0cfa2790f';
  const host = `arn:aws:sts::${owner}:assumed-role/aws:ec2-infrastructure/${i}`;
  const EncryptionContext = { 'aws:ebs:id': 'vol-0894f908458cca170' };
  const ec2 = { arn: alice, viaService: 'ec2.us-east-1.amazonaws.com' };
  const { CiphertextBlob } = await must(
    world,
    'GenerateDataKeyWithoutPlaintext',
    { KeyId: keyArn, NumberOfBytes: 64, EncryptionContext },
    ec2,
  );
  await must(
    world,
    'CreateGrant',
    {
      KeyId: keyArn,
      GranteePrincipal: host,
      RetiringPrincipal: 'ec2.us-east-1.amazonaws.com',
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: EncryptionContext },
    },
    ec2,
  );
  await must(world, 'Decrypt', { CiphertextBlob, EncryptionContext }, host);
  const [, grant, decrypt] = eventsOf(world);
  expect(grant).toMatchObject({
    userIdentity: { arn: alice, invokedBy: 'ec2-frontend-api.amazonaws.com' },
    sourceIPAddress: 'ec2-frontend-api.amazonaws.com',
    requestParameters: { granteePrincipal: host, retiringPrincipal: 'ec2.us-east-1.amazonaws.com' },
  });
  expect(decrypt).toMatchObject({
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${owner}:aws:ec2-infrastructure:${i}`,
      arn: host,
      sessionContext: { sessionIssuer: { principalId: `${owner}:aws:ec2-infrastructure` } },
      invokedBy: 'AWS Internal',
    },
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
  });
  expect(decrypt).not.toHaveProperty('tlsDetails');
});

test('changes: defaults, the key ARN where the API answers nothing, and what is kept out', async () => {
  const world = ledgerWorld();
  const made = await must(world, 'CreateKey', { Tags: [{ TagKey: 'Team', TagValue: 'blue' }] });
  await must(world, 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: keyId });
  const { GrantId, GrantToken } = await must(world, 'CreateGrant', {
    KeyId: keyId,
    GranteePrincipal: alice,
    Operations: ['Decrypt'],
  });
  await must(world, 'RetireGrant', { KeyId: keyArn, GrantId });
  await must(world, 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
  const [create, alias, grant, retire, schedule] = eventsOf(world);
  expect(create).toMatchObject({
    requestParameters: {
      description: '',
      origin: 'AWS_KMS',
      bypassPolicyLockoutSafetyCheck: false,
      keySpec: 'SYMMETRIC_DEFAULT',
      customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      keyUsage: 'ENCRYPT_DECRYPT',
      tags: [{ tagKey: 'Team', tagValue: 'blue' }],
    },
    responseElements: {
      keyMetadata: {
        aWSAccountId: owner,
        arn: made.KeyMetadata?.Arn,
        creationDate: 'Nov 1, 2026, 12:00:00 AM',
      },
    },
    readOnly: false,
    resources: [{ ...key, ARN: made.KeyMetadata?.Arn }],
  });
  expect(alias).toMatchObject({
    requestParameters: { aliasName: 'alias/a', targetKeyId: keyId },
    responseElements: { keyId: keyArn },
    resources: [{ ...key, ARN: `arn:aws:kms:us-east-1:${owner}:alias/a` }, key],
  });
  expect(grant?.responseElements).toEqual({ grantId: GrantId, keyId: keyArn });
  expect(retire).toMatchObject({
    requestParameters: null,
    responseElements: { keyId: keyArn },
    additionalEventData: { grantId: GrantId },
  });
  expect(schedule?.responseElements).toEqual({
    keyId: keyArn,
    deletionDate: 'Nov 8, 2026, 12:00:00 AM',
    keyState: 'PendingDeletion',
    pendingWindowInDays: 7,
  });
  expect(JSON.stringify(eventsOf(world))).not.toContain(GrantToken);
});

test('an alias that is moved shows its new key', async () => {
  const second = '2234abcd-12ab-34cd-56ef-1234567890ab';
  const world = ledgerWorld([{ aliases: ['alias/a'] }, { id: second }]);
  await must(world, 'UpdateAlias', { AliasName: 'alias/a', TargetKeyId: second });
  const [event] = eventsOf(world);
  expect(event?.resources.map(({ ARN }) => ARN.split(':').at(-1))).toEqual(['alias/a', `key/${second}`]);
  expect(searchTrail(world.trail, { key: keyId }).found).toHaveLength(1);
});

test('rotation and deletion are events of the service', async () => {
  const world = ledgerWorld([{ rotationPeriodInDays: 90 }]);
  world.advance({ days: 90 });
  await must(world, 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
  world.advance({ days: 7 });
  const [rotate, , deleted] = eventsOf(world);
  const byKms = {
    userIdentity: { accountId: owner, invokedBy: 'AWS Internal' },
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    eventType: 'AwsServiceEvent',
    requestParameters: null,
    readOnly: false,
    resources: [key],
    recipientAccountId: owner,
  };
  expect(rotate).toMatchObject({
    ...byKms,
    eventName: 'RotateKey',
    eventTime: '2027-01-30T00:00:00Z',
    responseElements: null,
    serviceEventDetails: { rotationType: 'AUTOMATIC', keyOrigin: 'AWS_KMS', keyId },
  });
  expect(rotate).not.toHaveProperty('requestID');
  expect(deleted).toMatchObject({ ...byKms, eventName: 'DeleteKey', responseElements: { keyId: keyArn } });
});

test('multi-Region operations leave an event in the other Region, too', async () => {
  const mrk = 'mrk-1234abcd12ab34cd56ef123456789012';
  const world = ledgerWorld([{ id: mrk, multiRegion: true }]);
  await must(world, 'ReplicateKey', { KeyId: mrk, ReplicaRegion: 'eu-west-1' });
  world.advance({ minutes: 1 });
  await must(world, 'UpdatePrimaryRegion', { KeyId: mrk, PrimaryRegion: 'eu-west-1' });
  const events = eventsOf(world);
  expect(events.map(({ eventName, awsRegion }) => `${eventName} ${awsRegion}`)).toEqual([
    'ReplicateKey us-east-1',
    'CreateKey eu-west-1',
    'SynchronizeMultiRegionKey us-east-1',
    'UpdatePrimaryRegion us-east-1',
    'UpdatePrimaryRegion eu-west-1',
  ]);
  expect(events[1]?.resources).toEqual([{ ...key, ARN: `arn:aws:kms:eu-west-1:${owner}:key/${mrk}` }]);
  const [, , synchronized, here, there] = events;
  const us = `arn:aws:kms:us-east-1:${owner}:key/${mrk}`;
  const eu = `arn:aws:kms:eu-west-1:${owner}:key/${mrk}`;
  expect(synchronized).toMatchObject({
    userIdentity: { accountId: owner, invokedBy: 'AWS Internal' },
    resources: [{ ...key, ARN: us }],
  });
  expect(here).toMatchObject({
    requestParameters: { keyId: mrk, primaryRegion: 'eu-west-1' },
    responseElements: { keyId: us },
    resources: [{ ...key, ARN: us }],
  });
  expect(there).toMatchObject({
    userIdentity: { invokedBy: 'kms.amazonaws.com' },
    requestParameters: { keyId: eu, primaryRegion: 'eu-west-1' },
    responseElements: { keyId: eu },
    resources: [],
  });
  expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(5);
});

test('an event says the request that it records', async () => {
  const world = ledgerWorld();
  await world.call(`arn:aws:iam::${owner}:user/Bob`, 'DescribeKey', { KeyId: keyId });
  const [event] = eventsOf(world);
  const { request, expected } = requestFromCloudTrail(event);
  expect(request).toMatchObject({ action: 'kms:DescribeKey', resource: keyArn });
  expect(request.principal).toBe(`arn:aws:iam::${owner}:user/Bob`);
  expect(expected?.verdict).toBeDefined();
});
