/* Services that call KMS as themselves: the key policy has to let them in, and can ask for whom they work. */
import { failures } from './failures.ts';
import { decryption, keptUnder, type Use } from './use.ts';
import { reads, type StoredInput, type Verb } from './verbs-of-data.ts';

/** The service's principal at work for a resource of the caller's account. */
const workingFor = (use: Use, arn: string, source: string) => ({
  arn,
  context: { 'aws:SourceArn': source, 'aws:SourceAccount': use.account },
});

export interface LogEvents {
  readonly group: string;
  readonly content: string;
  /** Key ARN of the key that the log group is associated with. */
  readonly kmsKeyId?: string;
}

const putLogEvents: Verb<LogEvents> = async (use, { group, content, kmsKeyId: KeyId }) => {
  const id = use.arn('logs', `log-group:${group}`);
  if (KeyId === undefined) return { stored: use.unasked(id, content) };
  const context = { 'aws:logs:arn': id };
  const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const made = await use.as(workingFor(use, use.principal('logs'), id), 'GenerateDataKey', request);
  return { stored: keptUnder({ id, content, context }, made) };
};

const getLogEvents: Verb<StoredInput> = async (use, { stored }) => {
  const request = decryption(stored);
  if (request !== null) await use.as(workingFor(use, use.principal('logs'), stored.id), 'Decrypt', request);
  return { stored, content: stored.content };
};

export const cloudWatchLogs = { putLogEvents, getLogEvents };

export interface LogFile {
  readonly trail: string;
  readonly bucket: string;
  readonly key: string;
  readonly content: string;
  /** Key ARN of the key that the trail encrypts with. */
  readonly kmsKeyId?: string;
}

const deliverLogFile: Verb<LogFile> = async (use, { trail, bucket, key, content, kmsKeyId: KeyId }) => {
  const source = use.arn('cloudtrail', `trail/${trail}`);
  const id = `arn:aws:s3:::${bucket}/${key}`;
  if (KeyId === undefined) return { stored: use.unasked(id, content) };
  const context = { 'aws:cloudtrail:arn': source, 'aws:s3:arn': id };
  const request = { KeyId, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const caller = workingFor(use, 'cloudtrail.amazonaws.com', source);
  return { stored: keptUnder({ id, content, context }, await use.as(caller, 'GenerateDataKey', request)) };
};

/** Log files are read from S3, with the reader's credentials. */
export const cloudTrail = { deliverLogFile, readLogFile: reads(failures.s3) };
