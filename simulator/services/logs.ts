/* Services that call KMS as themselves: the key policy has to let them in, and can ask for whom they work. */
import { type FailureRow, failures, logGroupFailure } from './failures.ts';
import type { Stored } from './types.ts';
import { decryption, keptUnder, type Use } from './use.ts';
import { reads, type StoredInput, type Verb } from './verb.ts';

/** As the log group's Region is in the name of the service's principal. */
const forGroup = (use: Use, sourceArn: string) => ({ service: use.principal('logs'), sourceArn });

async function encryptFor(
  use: Use,
  id: string,
  content: string,
  KeyId: string,
  row: FailureRow,
): Promise<Stored> {
  const context = { 'aws:logs:arn': id };
  const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const made = await use.asService(forGroup(use, id), 'GenerateDataKey', request, row);
  return keptUnder({ id, content, context }, made);
}

interface LogGroup {
  readonly group: string;
  /** Key ARN of the key that the log group is to be associated with. */
  readonly kmsKeyId?: string;
}

/** A log group with a key, whether new or associated later: CloudWatch Logs tries whether it may use it. */
const createLogGroup: Verb<LogGroup> = async (use, { group, kmsKeyId }) => {
  const id = use.arn('logs', `log-group:${group}`);
  if (kmsKeyId === undefined) return { stored: use.unasked(id, '') };
  return { stored: await encryptFor(use, id, '', kmsKeyId, logGroupFailure(id)) };
};

interface LogEvents extends LogGroup {
  readonly content: string;
}

const putLogEvents: Verb<LogEvents> = async (use, { group, content, kmsKeyId }) => {
  const id = use.arn('logs', `log-group:${group}`);
  if (kmsKeyId === undefined) return { stored: use.unasked(id, content) };
  return { stored: await encryptFor(use, id, content, kmsKeyId, failures.notSimulated) };
};

const getLogEvents: Verb<StoredInput> = async (use, { stored }) => {
  const request = decryption(stored);
  if (request !== null) await use.asService(forGroup(use, stored.id), 'Decrypt', request);
  return { stored, content: stored.content };
};

export const cloudWatchLogs = { createLogGroup, putLogEvents, getLogEvents };

interface LogFile {
  readonly trail: string;
  readonly bucket: string;
  readonly key: string;
  readonly content: string;
  /** Key ARN of the key that the trail encrypts with. */
  readonly kmsKeyId?: string;
}

const deliverLogFile: Verb<LogFile> = async (use, { trail, bucket, key, content, kmsKeyId: KeyId }) => {
  const sourceArn = use.arn('cloudtrail', `trail/${trail}`);
  const id = `arn:aws:s3:::${bucket}/${key}`;
  if (KeyId === undefined) return { stored: use.unasked(id, content) };
  const context = { 'aws:cloudtrail:arn': sourceArn, 'aws:s3:arn': id };
  const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const sender = { service: 'cloudtrail.amazonaws.com', sourceArn };
  const made = await use.asService(sender, 'GenerateDataKey', request);
  return { stored: keptUnder({ id, content, context }, made) };
};

/** Log files are read from S3, with the reader's credentials. */
export const cloudTrail = { deliverLogFile, readLogFile: reads(failures.s3) };
