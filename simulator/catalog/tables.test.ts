import { describe, expect, test } from 'vitest';
import { dataKeyPairSpecs } from './algorithms.ts';
import { apiDefaultKeyPolicy, consoleKeyPolicy } from './default-key-policies.ts';
import { errorMessage, errorMessages } from './error-messages.ts';
import { commonExceptions, modeledExceptions } from './exceptions.ts';
import { keyClassCharacteristics, keyClasses } from './key-classes.ts';
import { stateResults } from './key-states.ts';
import { awsManagedKeyPolicy, managedKeyPolicies } from './managed-key-policies.ts';
import { operationNames } from './operations.ts';
import { freeRequestsPerMonth, keyPricePerMonth, requestPrices } from './prices.ts';
import {
  customKeyStoreQuota,
  dataKeyPairQuotas,
  requestQuotas,
  resourceQuotas,
  symmetricQuotaByRegion,
} from './quotas.ts';
import { services } from './services.ts';
import { sources } from './sources.ts';
import { viaServices } from './via-services.ts';

const account = '111122223333';

test('every source is a page with an https address and the date of its state', () => {
  for (const { page, url, checked } of Object.values(sources)) {
    expect(page).not.toBe('');
    expect(url).toMatch(/^https:\/\//);
    expect(checked).toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
  }
});

describe('error messages', () => {
  test('belong to exceptions that exist', () => {
    const known = [...Object.keys(modeledExceptions), ...Object.keys(commonExceptions)];
    for (const row of Object.values(errorMessages)) expect(known).toContain(row.exception);
  });

  test('are the same as those of the key states', () => {
    expect(errorMessages.disabled.template).toBe(stateResults.disabled.message);
    expect(errorMessages.pendingDeletion.template).toBe(stateResults.pendingDeletion.message);
    expect(errorMessages.pendingImport.template).toBe(stateResults.pendingImport.message);
    expect(errorMessages.wrongOrigin.template).toBe(stateResults.notExternal.message);
  });

  test('fill in what they are given and keep the rest', () => {
    expect(errorMessage('malformedKeyId', { keyId: 'fake-key-id' })).toBe("Invalid keyId 'fake-key-id'");
    expect(
      errorMessage('notInEnum', {
        value: 'INVALID',
        member: 'macAlgorithm',
        values: 'HMAC_SHA_384, HMAC_SHA_256, HMAC_SHA_224, HMAC_SHA_512',
      }),
    ).toBe(
      "1 validation error detected: Value 'INVALID' at 'macAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [HMAC_SHA_384, HMAC_SHA_256, HMAC_SHA_224, HMAC_SHA_512]",
    );
    expect(
      errorMessage('plaintextTooLarge', {
        algorithm: 'RSAES_OAEP_SHA_1',
        keySpec: 'RSA_2048',
        limit: '214',
      }),
    ).toBe('Algorithm RSAES_OAEP_SHA_1 and key spec RSA_2048 cannot encrypt data larger than 214 bytes.');
    expect(errorMessage('disabled')).toBe('{keyArn} is disabled.');
    expect(errorMessage('invalidMac')).toBe('');
  });
});

describe('services', () => {
  const rows = Object.values(services);

  test('have kms:ViaService prefixes from the list, and no alias twice', () => {
    expect(new Set(viaServices).size).toBe(viaServices.length);
    for (const row of rows) for (const prefix of row.viaService) expect(viaServices).toContain(prefix);
    const aliases = rows.flatMap((row) => row.alias ?? []);
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  test('DynamoDB uses an AWS owned key unless told otherwise, ACM never takes a customer managed one', () => {
    expect(services.dynamodb.defaultEncryption).toBe('awsOwned');
    expect(rows.filter((row) => !row.customerManaged).map((row) => row.name)).toEqual([
      'AWS Certificate Manager',
    ]);
    expect(services.ebs.viaService).toEqual(['ec2']);
  });

  test('a default of an AWS managed key needs an AWS managed key', () => {
    for (const row of rows) if (row.defaultEncryption === 'awsManaged') expect(row.alias).not.toBeNull();
  });
});

describe('key policies', () => {
  test('of the API let IAM policies of the account decide', () => {
    expect(apiDefaultKeyPolicy(account)).toEqual({
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [
        {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    });
  });

  test('of the console add administrators and users', () => {
    const user = `arn:aws:iam::${account}:role/App`;
    const policy = consoleKeyPolicy({
      account,
      administrators: [user],
      users: [user],
      administratorsMayDelete: false,
    });
    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual([
      'Enable IAM User Permissions',
      'Allow access for Key Administrators',
      'Allow use of the key',
      'Allow attachment of persistent resources',
    ]);
    expect(policy.Statement[1]?.Action).not.toContain('kms:ScheduleKeyDeletion');
    expect(consoleKeyPolicy({ account, administrators: [user] }).Statement[1]?.Action).toContain(
      'kms:ScheduleKeyDeletion',
    );
    expect(consoleKeyPolicy({ account }).Statement).toHaveLength(1);
  });

  test('of AWS managed keys ask for the account and the service', () => {
    const policy = awsManagedKeyPolicy('aws/s3', { account, region: 'us-west-2' });
    expect(policy.Statement[0]).toEqual({
      Sid: 'Allow access through S3 for all principals in the account that are authorized to use S3',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': 's3.us-west-2.amazonaws.com' },
      },
    });
    expect(policy.Statement[1]?.Action).toEqual(['kms:Describe*', 'kms:Get*', 'kms:List*']);
    expect(awsManagedKeyPolicy('aws/ebs', { account, region: 'us-east-1' }).Statement[1]?.Action).toContain(
      'kms:RevokeGrant',
    );
    expect(awsManagedKeyPolicy('aws/dynamodb', { account, region: 'us-east-1' }).Statement).toHaveLength(3);
    const [through, dataKeys, metadata] = awsManagedKeyPolicy('aws/secretsmanager', {
      account,
      region: 'eu-west-2',
    }).Statement;
    expect(through?.Action).not.toContain('kms:GenerateDataKey*');
    expect(dataKeys).toMatchObject({
      Action: 'kms:GenerateDataKey*',
      Condition: {
        StringEquals: { 'kms:CallerAccount': account },
        StringLike: { 'kms:ViaService': 'secretsmanager.*.amazonaws.com' },
      },
    });
    expect(metadata?.Action).toContain('kms:RevokeGrant');
    expect(
      awsManagedKeyPolicy('aws/ssm', { account, region: 'eu-west-2' }).Statement[0]?.Action,
    ).not.toContain('kms:CreateGrant');
  });

  test('of AWS managed keys have the Sid that was read, also where it is worded in another way', () => {
    const sidOf = (alias: 'aws/elasticfilesystem' | 'aws/sns') =>
      awsManagedKeyPolicy(alias, { account, region: 'us-west-2' }).Statement[0]?.Sid;
    expect(sidOf('aws/sns')).toBe(
      'Allow access through SNS for all principals in the account that are authorized to use SNS',
    );
    expect(sidOf('aws/elasticfilesystem')).toBe(
      'Allow access to EFS for all principals in the account that are authorized to use EFS',
    );
  });

  test('exist for aliases and services in the tables', () => {
    const known = Object.values(services).map((row) => row.alias);
    for (const [alias, row] of Object.entries(managedKeyPolicies)) {
      expect(known).toContain(alias);
      expect(viaServices).toContain(row.viaService);
    }
  });
});

describe('quotas', () => {
  test('cover every operation but those of ML-KEM and data key pairs', () => {
    const covered = new Set<string>(Object.values(requestQuotas).flatMap((row) => [...row.operations]));
    expect(operationNames.filter((name) => !covered.has(name))).toEqual([
      'Decapsulate',
      'Encapsulate',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ]);
  });

  test('count an operation once among those with a quota of their own', () => {
    const own = Object.values(requestQuotas).filter((row) => !row.shared);
    const named = own.flatMap((row): string[] => [...row.operations]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('as documented', () => {
    expect(symmetricQuotaByRegion['us-east-1']).toBe(100_000);
    expect(symmetricQuotaByRegion['eu-central-1']).toBe(20_000);
    expect(requestQuotas.symmetric.perSecond).toBe(10_000);
    expect(requestQuotas.grants).toMatchObject({ perSecond: 50, adjustable: true });
    expect(customKeyStoreQuota).toBe(1800);
    expect(resourceQuotas.grantsPerKey.limit).toBe(50_000);
    for (const spec of Object.keys(dataKeyPairQuotas)) expect(dataKeyPairSpecs).toContain(spec);
  });
});

describe('prices', () => {
  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 3],
    [25, 3],
  ])('a key rotated %i times costs $%i a month', (rotations, dollars) => {
    expect(keyPricePerMonth(rotations)).toBe(dollars);
  });

  test('a million Decrypt requests with a key of three rotations are $5.94', () => {
    const requests =
      ((1_000_000 - freeRequestsPerMonth) / 10_000) * requestPrices.symmetricAndManagement.per10000;
    expect(keyPricePerMonth(3) + requests).toBeCloseTo(5.94);
  });
});

test('key classes: three, and rows that say in which the classes differ', () => {
  expect(Object.keys(keyClasses)).toEqual(['customerManaged', 'awsManaged', 'awsOwned']);
  const rows = Object.values(keyClassCharacteristics);
  expect(new Set(rows.map((row) => row.label)).size).toBe(rows.length);
  expect(keyClassCharacteristics.cloudTrail.awsOwned.answer).toBe(false);
  expect(keyClassCharacteristics.crossAccount.awsManaged.answer).toBe(false);
  expect(keyClassCharacteristics.changeKeyPolicy.customerManaged.answer).toBe(true);
});
