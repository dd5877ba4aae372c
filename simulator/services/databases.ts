import { failures } from './failures.ts';
import { describe, grantToService, retireGrant } from './grants.ts';
import type { KeyChoice, Stored } from './types.ts';
import { keptUnder, Stop, type Use } from './use.ts';
import type { StoredInput, Verb } from './verb.ts';

// ── DynamoDB

interface Table extends KeyChoice {
  readonly name: string;
}

const tableOperations = [
  'DescribeKey',
  'GenerateDataKey',
  'Decrypt',
  'Encrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
] as const;

const silent = failures.notSimulated;

/** The table's key is made by DynamoDB itself, by its grant. */
const createTable: Verb<Table> = async (use, { name, ...choice }) => {
  const chosen = use.keyFor(choice);
  const id = use.arn('dynamodb', `table/${name}`);
  if (chosen === null) return { stored: use.unasked(id, '') };
  const key = await describe(use, chosen, silent);
  const context = { 'aws:dynamodb:tableName': name, 'aws:dynamodb:subscriberId': use.account };
  const { GrantId, GrantToken } = await grantToService(use, {
    prefix: 'dynamodb',
    key,
    context,
    operations: tableOperations,
    row: silent,
  });
  const made = await use.as({ arn: use.principal('dynamodb') }, 'GenerateDataKey', {
    KeyId: key,
    KeySpec: 'AES_256',
    EncryptionContext: context,
    GrantTokens: [GrantToken],
  });
  return { stored: { ...keptUnder({ id, content: '', context }, made), grantId: GrantId } };
};

/** Seconds without a request after which DynamoDB asks KMS for the table's key again. */
const tableKeySeconds = 300;

/** Whoever reads or writes has the table's key decrypted with their own credentials, unless it is still in memory. */
async function withTableKey(use: Use, stored: Stored): Promise<Stored> {
  if (!use.holds(stored, 'decrypt')) await use.read(stored, silent);
  return use.hold(stored, 'decrypt', tableKeySeconds);
}

interface Item extends StoredInput {
  readonly content: string;
}

const putItem: Verb<Item> = async (use, { stored, content }) => ({
  stored: { ...(await withTableKey(use, stored)), content },
});

const getItem: Verb<StoredInput> = async (use, { stored }) => ({
  stored: await withTableKey(use, stored),
  content: stored.content,
});

const deleteTable: Verb<StoredInput> = async (use, { stored }) => ({
  stored: await retireGrant(use, 'dynamodb', stored),
});

export const dynamodb = { createTable, putItem, getItem, deleteTable };

// ── RDS

interface Database extends KeyChoice {
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

/** What the caller must be allowed. What RDS then does by its grant, for the volumes behind a database, is not shown. */
async function useKey(use: Use, KeyId: string, id: string): Promise<Stored> {
  const key = await describe(use, KeyId, failures.rds);
  const context = { 'aws:rds:db-id': id };
  const { GrantId } = await grantToService(use, {
    prefix: 'rds',
    key,
    context,
    operations: databaseOperations,
    row: failures.rds,
  });
  return {
    id,
    encryption: 'kms',
    keyArn: key,
    ciphertext: null,
    encryptionContext: context,
    content: '',
    grantId: GrantId,
  };
}

const createDatabase: Verb<Database> = async (use, { id, ...choice }) => {
  const chosen = use.keyFor(choice);
  return { stored: chosen === null ? use.unasked(id, '') : await useKey(use, chosen, id) };
};

interface DatabaseSnapshot extends StoredInput {
  readonly id: string;
}

/** A snapshot is encrypted under the key of its database. */
const createSnapshot: Verb<DatabaseSnapshot> = async (_use, { stored, id }) => {
  const { grantId: _, ...database } = stored;
  return { stored: { ...database, id } };
};

interface DatabaseSnapshotCopy extends DatabaseSnapshot, KeyChoice {}

/** Under another key both keys are used; a snapshot of another account can only be copied under a key of one's own. */
const copySnapshot: Verb<DatabaseSnapshotCopy> = async (use, { stored, id, kmsKeyId }) => {
  const { keyArn, content } = stored;
  const target = kmsKeyId ?? keyArn;
  if (target === null) return { stored: { ...stored, id } };
  if (keyArn !== null && target !== keyArn) await useKey(use, keyArn, stored.id);
  const { grantId: _, ...copy } = await useKey(use, target, id);
  return { stored: { ...copy, content } };
};

/** Sharing asks nothing of KMS, but a snapshot under the AWS managed key can never be shared. */
const shareSnapshot: Verb<StoredInput> = async (use, { stored }) => {
  if (stored.keyArn !== null && use.isOfAws(stored.keyArn)) {
    const message = 'A snapshot that is encrypted under the AWS managed key of its account cannot be shared.';
    throw new Stop({ name: null, message, kms: null });
  }
  return { stored };
};

export const rds = { createDatabase, createSnapshot, copySnapshot, shareSnapshot };
