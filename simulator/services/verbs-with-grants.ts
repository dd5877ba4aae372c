/* Services that get a grant from whoever sets them up, and use the key by it afterwards. */
import type { GrantOperation } from '../catalog/grants.ts';
import { textBytes } from '../keys/bytes.ts';
import { failures } from './failures.ts';
import type { KeyChoice, Stored } from './types.ts';
import { decryption, keptUnder, type Use } from './use.ts';
import { reads, type StoredInput, type Verb } from './verbs-of-data.ts';

type Pairs = Readonly<Record<string, string>>;

const silent = failures.notSimulated;

export interface Volume extends KeyChoice {
  /** `vol-…`. */
  readonly id: string;
}

const createVolume: Verb<Volume> = async (use, { id, ...choice }) => {
  const KeyId = use.keyFor(choice);
  if (KeyId === null) return { stored: use.unasked(id, '') };
  const context = { 'aws:ebs:id': id };
  const request = { KeyId, NumberOfBytes: 64, EncryptionContext: context };
  const made = await use.direct('GenerateDataKeyWithoutPlaintext', request, silent);
  return { stored: keptUnder({ id, content: '', context }, made) };
};

export interface Attachment extends StoredInput {
  /** `i-…`. */
  readonly instanceId: string;
}

/** The data key goes into the memory of the instance's host: from then on KMS is not asked. */
const attachVolume: Verb<Attachment> = async (use, { stored, instanceId }) => {
  const request = decryption(stored);
  if (request === null || stored.keyArn === null) return { stored };
  const grant = await use.direct(
    'CreateGrant',
    {
      KeyId: stored.keyArn,
      GranteePrincipal: `${use.account}:aws:ec2-infrastructure:${instanceId}`,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: stored.encryptionContext },
    },
    silent,
  );
  const instance = `arn:aws:sts::${use.account}:assumed-role/aws:ec2-infrastructure/${instanceId}`;
  await use.as({ arn: instance }, 'Decrypt', { ...request, GrantTokens: [grant.GrantToken] });
  return { stored };
};

export const ebs = { createVolume, attachVolume };

/** A grant of the caller to the service itself, good for one resource. */
function grantToService(
  use: Use,
  prefix: string,
  key: string,
  context: Pairs,
  operations: readonly GrantOperation[],
) {
  const principal = use.principal(prefix);
  return use.direct(
    'CreateGrant',
    {
      KeyId: key,
      GranteePrincipal: principal,
      RetiringPrincipal: principal,
      Operations: operations,
      Constraints: { EncryptionContextSubset: context },
    },
    silent,
  );
}

/** The key that is meant, looked up with the caller's credentials. */
async function describe(use: Use, KeyId: string): Promise<string> {
  return (await use.direct('DescribeKey', { KeyId }, silent)).KeyMetadata.Arn;
}

export interface Table extends KeyChoice {
  readonly name: string;
}

const tableOperations = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
  'DescribeKey',
] as const;

/** The table's key is made by DynamoDB itself, by its grant. */
const createTable: Verb<Table> = async (use, { name, ...choice }) => {
  const chosen = use.keyFor(choice);
  const id = use.arn('dynamodb', `table/${name}`);
  if (chosen === null) return { stored: use.unasked(id, '') };
  const KeyId = await describe(use, chosen);
  const context = { 'aws:dynamodb:tableName': name, 'aws:dynamodb:subscriberId': use.account };
  const { GrantToken } = await grantToService(use, 'dynamodb', KeyId, context, tableOperations);
  const made = await use.as({ arn: use.principal('dynamodb') }, 'GenerateDataKey', {
    KeyId,
    KeySpec: 'AES_256',
    EncryptionContext: context,
    GrantTokens: [GrantToken],
  });
  return { stored: keptUnder({ id, content: '', context }, made) };
};

export interface Item extends StoredInput {
  readonly content: string;
}

/** The table's key is decrypted with the credentials of whoever reads or writes. */
const putItem: Verb<Item> = async (use, { stored, content }) => {
  await use.read(stored, silent);
  return { stored: { ...stored, content } };
};

export const dynamodb = { createTable, putItem, getItem: reads(silent) };

export interface Database extends KeyChoice {
  /** The resource id, `db-…`. */
  readonly id: string;
}

const databaseOperations = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
] as const;

/** Shown: what the caller must be allowed. What RDS does by its grant, and which operations that has, was not read. */
const createDatabase: Verb<Database> = async (use, { id, ...choice }) => {
  const chosen = use.keyFor(choice);
  if (chosen === null) return { stored: use.unasked(id, '') };
  const keyArn = await describe(use, chosen);
  const encryptionContext = { 'aws:rds:db-id': id };
  await grantToService(use, 'rds', keyArn, encryptionContext, databaseOperations);
  const stored: Stored = { id, encryption: 'kms', keyArn, ciphertext: null, encryptionContext, content: '' };
  return { stored };
};

export const rds = { createDatabase };

/** Names of the grantee and order of the calls were not read in a source. */
const createFileSystem: Verb<Volume> = async (use, { id, ...choice }) => {
  const KeyId = use.keyFor(choice);
  if (KeyId === null) return { stored: use.unasked(id, '') };
  const context = { 'aws:elasticfilesystem:filesystem:id': id };
  const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const made = await use.direct('GenerateDataKeyWithoutPlaintext', request, silent);
  await grantToService(use, 'elasticfilesystem', made.KeyId, context, [
    'Decrypt',
    'DescribeKey',
    'RetireGrant',
  ]);
  return { stored: keptUnder({ id, content: '', context }, made) };
};

const mountFileSystem: Verb<StoredInput> = async (use, { stored }) => {
  const request = decryption(stored);
  if (request !== null) await use.as({ arn: use.principal('elasticfilesystem') }, 'Decrypt', request);
  return { stored };
};

export const efs = { createFileSystem, mountFileSystem };

export interface LambdaFunction extends KeyChoice {
  readonly name: string;
  /** ARN of the execution role. */
  readonly role: string;
  /** Environment variables; left out, only the code is encrypted, under an AWS owned key. */
  readonly environment?: string;
}

/** Encrypts with the credentials of whoever configures the function, who grants decryption to the execution role. */
const createFunction: Verb<LambdaFunction> = async (use, { name, role, environment, ...choice }) => {
  const id = use.arn('lambda', `function:${name}`);
  const KeyId = use.keyFor(choice);
  if (environment === undefined || KeyId === null) {
    return { stored: { ...use.unasked(id, ''), encryption: 'awsOwned' } };
  }
  const context = { 'aws:lambda:FunctionArn': id };
  const Plaintext = textBytes(environment);
  const made = await use.direct('Encrypt', { KeyId, Plaintext, EncryptionContext: context }, silent);
  await use.direct(
    'CreateGrant',
    {
      KeyId: made.KeyId,
      GranteePrincipal: role,
      RetiringPrincipal: use.principal('lambda'),
      Operations: ['Decrypt', 'RetireGrant'],
      Constraints: { EncryptionContextEquals: context },
    },
    silent,
  );
  return { stored: keptUnder({ id, content: environment, context }, made) };
};

/** A cold start; the caller is a session of the execution role. */
export const lambda = { createFunction, invoke: reads(failures.withPrefix) };
