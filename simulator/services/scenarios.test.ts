/* What people struggle with, where services use keys: the wrong state fails as in AWS, and the fix makes it pass. */
import { expect, test } from 'vitest';
import { createWorld, type ServiceAnswer, useService, type World, type WorldDefinition } from '../index.ts';

const a = '111122223333';
const b = '444455556666';
const admin = `arn:aws:iam::${a}:user/Admin`;
const otherAdmin = `arn:aws:iam::${b}:user/Admin`;
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const key = `arn:aws:kms:us-east-1:${a}:key/${keyId}`;

type Statement = Readonly<Record<string, unknown>>;

const allow = (Action: string | readonly string[], more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const policy = (...Statement: Statement[]) => ({ Version: '2012-10-17', Statement });
const root = allow('kms:*', { Principal: { AWS: `arn:aws:iam::${a}:root` } });
const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

const autoScaling = 'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
const scalingOf = (account: string) =>
  `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling`;

/** Two accounts whose administrators may do everything; the first owns a key with the policy of CreateKey. */
function twoAccounts(roles: WorldDefinition['accounts'][number]['roles'] = {}): World {
  const users = { Admin: { policies: { Everything: policy(allow('*')) } } };
  return createWorld({
    accounts: [
      { id: a, users, roles: { [autoScaling]: {}, ...roles }, keys: [{ id: keyId, policy: policy(root) }] },
      { id: b, users, roles: { [autoScaling]: {} } },
    ],
  });
}

async function putPolicy(world: World, ...statements: Statement[]): Promise<void> {
  const Policy = JSON.stringify(policy(root, ...statements));
  expect((await world.call(admin, 'PutKeyPolicy', { KeyId: keyId, Policy })).ok).toBe(true);
}

const failure = (answer: ServiceAnswer) => (answer.ok ? 'succeeded' : answer.error.name);
const kept = (answer: ServiceAnswer) => {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.stored;
};
const service = (Service: string, SourceArn: string) => ({
  Principal: { Service },
  Condition: { ArnLike: { 'aws:SourceArn': SourceArn } },
});

test('4: Auto Scaling launches only with a key that names its service-linked role', async () => {
  const world = twoAccounts();
  const launch = () =>
    useService(world, scalingOf(a), 'ebs', 'launchInstance', {
      id: 'vol-1',
      instanceId: 'i-1',
      kmsKeyId: key,
    });
  expect(failure(await launch())).toBe('Client.InternalError');
  const Principal = { AWS: `arn:aws:iam::${a}:role/${autoScaling}` };
  await putPolicy(world, allow(use, { Principal }));
  expect(failure(await launch())).toBe('Client.InternalError');
  const Condition = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
  await putPolicy(world, allow(use, { Principal }), allow('kms:CreateGrant', { Principal, Condition }));
  expect(failure(await launch())).toBe('succeeded');
});

test("5: another account's service-linked role needs a grant", async () => {
  const world = twoAccounts();
  await putPolicy(world, allow([...use, 'kms:CreateGrant'], { Principal: { AWS: b } }));
  const launch = () =>
    useService(world, scalingOf(b), 'ebs', 'launchInstance', {
      id: 'vol-1',
      instanceId: 'i-1',
      kmsKeyId: key,
    });
  expect(failure(await launch())).toBe('Client.InternalError');
  const granted = await world.call(otherAdmin, 'CreateGrant', {
    KeyId: key,
    GranteePrincipal: `arn:aws:iam::${b}:role/${autoScaling}`,
    Operations: [
      'Encrypt',
      'Decrypt',
      'ReEncryptFrom',
      'ReEncryptTo',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'DescribeKey',
      'CreateGrant',
    ],
  });
  expect(granted.ok).toBe(true);
  expect(failure(await launch())).toBe('succeeded');
});

test('6: an object across accounts needs both sides, and an alias is of the caller', async () => {
  const world = twoAccounts();
  const put = await useService(world, admin, 's3', 'putObject', {
    bucket: 'shared',
    key: 'report',
    content: 'x',
    encryption: 'aws:kms',
    kmsKeyId: key,
  });
  const stored = kept(put);
  const get = () => useService(world, otherAdmin, 's3', 'getObject', { stored });
  expect(failure(await get())).toBe('AccessDenied');
  await putPolicy(world, allow(['kms:Decrypt', 'kms:GenerateDataKey'], { Principal: { AWS: b } }));
  expect(failure(await get())).toBe('succeeded');
  world.amend({
    accounts: {
      [b]: { users: { Admin: { policies: { Everything: null, S3: policy(allow('s3:*')) } } } },
    },
  });
  expect(failure(await get())).toBe('AccessDenied');
  const byAlias = { bucket: 'shared', key: 'other', content: 'x', encryption: 'aws:kms' } as const;
  await world.call(admin, 'CreateAlias', { AliasName: 'alias/shared', TargetKeyId: keyId });
  const put2 = (kmsKeyId: string) =>
    useService(world, otherAdmin, 's3', 'putObject', { ...byAlias, kmsKeyId });
  expect(failure(await put2('alias/shared'))).toBe('KMS.NotFoundException');
  world.amend({
    accounts: { [b]: { users: { Admin: { policies: { Everything: policy(allow('*')) } } } } },
  });
  expect(failure(await put2('alias/shared'))).toBe('KMS.NotFoundException');
  expect(failure(await put2(key))).toBe('succeeded');
});

test('7: what is under an AWS managed key is not for others; a copy under a key of the account is', async () => {
  const world = twoAccounts();
  const volume = kept(await useService(world, admin, 'ebs', 'createVolume', { id: 'vol-1', kms: true }));
  const snapshot = kept(
    await useService(world, admin, 'ebs', 'createSnapshot', { stored: volume, id: 'snap-1' }),
  );
  const share = await useService(world, admin, 'ebs', 'shareSnapshot', { stored: snapshot });
  expect(failure(share)).toBe('OperationNotPermitted');
  const copied = await useService(world, admin, 'ebs', 'copySnapshot', {
    stored: snapshot,
    id: 'snap-2',
    kmsKeyId: key,
  });
  const stored = kept(copied);
  expect((await useService(world, admin, 'ebs', 'shareSnapshot', { stored })).ok).toBe(true);
  const take = () => useService(world, otherAdmin, 'ebs', 'copySnapshot', { stored, id: 'snap-3' });
  expect((await take()).ok).toBe(false);
  await putPolicy(world, allow([...use, 'kms:CreateGrant'], { Principal: { AWS: b } }));
  expect((await take()).ok).toBe(true);

  const secret = await useService(world, admin, 'secretsManager', 'createSecret', {
    name: 'db',
    suffix: 'AbCdEf',
    versionId: '1',
    content: 'hunter2',
  });
  const read = await useService(world, otherAdmin, 'secretsManager', 'getSecretValue', {
    stored: kept(secret),
  });
  expect(failure(read)).toBe('AccessDeniedException');
});

test('8: CloudWatch Logs takes only a key that trusts it', async () => {
  const world = twoAccounts();
  const create = () =>
    useService(world, admin, 'cloudWatchLogs', 'createLogGroup', { group: 'app', kmsKeyId: key });
  const refused = await create();
  expect(refused).toMatchObject({
    ok: false,
    error: {
      name: 'AccessDeniedException',
      message: `The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:us-east-1:${a}:log-group:app'`,
    },
  });
  const logs = { Principal: { Service: 'logs.us-east-1.amazonaws.com' } };
  const Condition = {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:us-east-1:${a}:log-group:*` },
  };
  await putPolicy(world, allow(use, { ...logs, Condition }));
  expect(failure(await create())).toBe('succeeded');
});

test('9: SNS delivers to an encrypted queue whose key trusts it, and loses the message otherwise', async () => {
  const world = twoAccounts();
  const deliver = () =>
    useService(world, admin, 'sns', 'deliverToQueue', {
      topic: 'alerts',
      queue: 'orders',
      content: 'x',
      kmsKeyId: key,
    });
  expect(failure(await deliver())).toBe('KMS.AccessDeniedException');
  const sns = service('sns.amazonaws.com', `arn:aws:sns:us-east-1:${a}:*`);
  await putPolicy(world, allow(['kms:GenerateDataKey*', 'kms:Decrypt'], sns));
  expect(failure(await deliver())).toBe('succeeded');
});

test.each([
  { service: 's3.amazonaws.com', sourceArn: 'arn:aws:s3:::uploads' },
  { service: 'events.amazonaws.com', sourceArn: `arn:aws:events:us-east-1:${a}:rule/nightly` },
])('10: nothing of $service arrives in a queue under alias/aws/sqs', async (from) => {
  const world = twoAccounts();
  const send = (choice: { kms: true } | { kmsKeyId: string }) =>
    useService(world, admin, 'sqs', 'sendMessage', { name: 'orders', content: 'x', from, ...choice });
  expect(failure(await send({ kms: true }))).toBe('KMS.AccessDeniedException');
  expect(world.trail.at(-1)).toMatchObject({ name: 'GenerateDataKey', caller: { arn: from.service } });
  await putPolicy(
    world,
    allow(['kms:GenerateDataKey', 'kms:Decrypt'], service(from.service, from.sourceArn)),
  );
  expect(failure(await send({ kmsKeyId: keyId }))).toBe('succeeded');
});

test('11: an alarm reaches an encrypted topic whose key trusts CloudWatch', async () => {
  const world = twoAccounts();
  const sourceArn = `arn:aws:cloudwatch:us-east-1:${a}:alarm:cpu`;
  const publish = () =>
    useService(world, admin, 'sns', 'publish', {
      name: 'alerts',
      content: 'x',
      kmsKeyId: key,
      from: { service: 'cloudwatch.amazonaws.com', sourceArn },
    });
  expect(failure(await publish())).toBe('KMSAccessDenied');
  const cloudWatch = service('cloudwatch.amazonaws.com', sourceArn);
  await putPolicy(world, allow(['kms:GenerateDataKey*', 'kms:Decrypt'], cloudWatch));
  expect(failure(await publish())).toBe('succeeded');
});

const secret = { name: 'db', suffix: 'AbCdEf', versionId: '1', content: 'hunter2' };

test('12: whoever reads a secret needs kms:Decrypt, if only through Secrets Manager', async () => {
  const world = twoAccounts({ Reader: { policies: { Read: policy(allow('secretsmanager:*')) } } });
  const created = await useService(world, admin, 'secretsManager', 'createSecret', {
    ...secret,
    kmsKeyId: key,
  });
  const stored = kept(created);
  const reader = `arn:aws:sts::${a}:assumed-role/Reader/app`;
  const read = () => useService(world, reader, 'secretsManager', 'getSecretValue', { stored });
  expect(await read()).toMatchObject({
    error: { name: 'AccessDeniedException', message: 'Access to KMS is not allowed' },
  });
  const Principal = { AWS: `arn:aws:iam::${a}:role/Reader` };
  const Condition = { StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' } };
  await putPolicy(world, allow('kms:Decrypt', { Principal, Condition }));
  expect(failure(await read())).toBe('succeeded');
});

test('13: a key id is looked up in the account of the caller', async () => {
  const world = twoAccounts();
  await putPolicy(world, allow(use, { Principal: { AWS: b } }));
  const create = (kmsKeyId: string) =>
    useService(world, otherAdmin, 'secretsManager', 'createSecret', { ...secret, kmsKeyId });
  expect(await create(keyId)).toMatchObject({
    error: {
      kms: {
        name: 'NotFoundException',
        message: `Key 'arn:aws:kms:us-east-1:${b}:key/${keyId}' does not exist`,
      },
    },
  });
  expect(failure(await create(key))).toBe('succeeded');
});

test.each([{}, { kmsKeyId: key }])(
  '14: the grant of a function is of the role that was: %j',
  async (choice) => {
    const world = twoAccounts({ App: {} });
    const role = `arn:aws:iam::${a}:role/App`;
    const environment = 'X=1';
    const stored = kept(
      await useService(world, admin, 'lambda', 'createFunction', { name: 'f', role, environment, ...choice }),
    );
    const invoke = (of: typeof stored) =>
      useService(world, `arn:aws:sts::${a}:assumed-role/App/f`, 'lambda', 'invoke', { stored: of });
    expect(failure(await invoke(stored))).toBe('succeeded');
    world.amend({ accounts: { [a]: { roles: { App: null } } } });
    world.amend({ accounts: { [a]: { roles: { App: {} } } } });
    expect(await invoke(stored)).toMatchObject({
      error: {
        name: 'KMSAccessDeniedException',
        message: expect.stringMatching(
          /^Lambda was unable to decrypt .* KMS Exception: AccessDeniedExceptionKMS Message: User: /,
        ),
      },
    });
    const saved = await useService(world, admin, 'lambda', 'updateFunction', { stored, role });
    expect(failure(await invoke(kept(saved)))).toBe('succeeded');
  },
);

test('18: CloudFront reads with a key that trusts the distribution', async () => {
  const world = twoAccounts();
  const put = await useService(world, admin, 's3', 'putObject', {
    bucket: 'site',
    key: 'index.html',
    content: 'x',
    encryption: 'aws:kms',
    kmsKeyId: key,
  });
  const stored = kept(put);
  const sourceArn = `arn:aws:cloudfront::${a}:distribution/E1234567890ABC`;
  const get = () =>
    useService(world, admin, 's3', 'getObject', {
      stored,
      from: { service: 'cloudfront.amazonaws.com', sourceArn },
    });
  expect(failure(await get())).toBe('AccessDenied');
  const Principal = { Service: 'cloudfront.amazonaws.com' };
  const Condition = { StringEquals: { 'AWS:SourceArn': sourceArn } };
  await putPolicy(world, allow('kms:Decrypt', { Principal, Condition }));
  expect(failure(await get())).toBe('succeeded');
});

test('what was read in no source comes with the answer', async () => {
  const world = twoAccounts();
  const object = { bucket: 'b', key: 'k', content: 'x', kmsKeyId: key } as const;
  const put = async (more: { encryption: 'aws:kms' | 'aws:kms:dsse'; bucketKey?: boolean }) =>
    (await useService(world, admin, 's3', 'putObject', { ...object, ...more })).unverified;
  expect(await put({ encryption: 'aws:kms' })).toEqual([]);
  expect(await put({ encryption: 'aws:kms', bucketKey: true })).toEqual(['heldFor']);
  expect(await put({ encryption: 'aws:kms:dsse' })).toEqual(['calls']);
  const database = { id: 'db-1', kmsKeyId: key };
  expect(await useService(world, admin, 'rds', 'createDatabase', database)).toMatchObject({
    ok: true,
    unverified: ['order', 'grant', 'grantee'],
  });
});
