/* Services that encrypt with the credentials of whoever writes, and decrypt with those of whoever reads. */
import { textBytes } from '../keys/bytes.ts';
import { type FailureRow, failures } from './failures.ts';
import type { KeyChoice, Stored } from './types.ts';
import { keptUnder, notSimulated, type Use } from './use.ts';

/** What can be done with a service. */
export type Verb<In> = (
  use: Use,
  input: In,
) => Promise<{ readonly stored: Stored; readonly content?: string }>;

export interface StoredInput {
  readonly stored: Stored;
}

/** Reads something with the reader's credentials. */
export function reads(row: FailureRow): Verb<StoredInput> {
  return async (use, { stored }) => ({ stored, content: await use.read(stored, row) });
}

type Place = { readonly id: string; readonly context: Readonly<Record<string, string>> };

/** Writes something under a data key, with the writer's credentials. */
function writes<In extends KeyChoice & { readonly content: string }>(
  place: (use: Use, input: In) => Place,
  row: FailureRow,
): Verb<In> {
  return async (use, input) => ({
    stored: await use.keep({ ...place(use, input), content: input.content }, input, row),
  });
}

export interface PutObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: string;
  /** SSE-S3, SSE-KMS, DSSE-KMS. Left out: SSE-S3, as every bucket does by default. */
  readonly encryption?: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly kmsKeyId?: string;
  readonly bucketKey?: boolean;
  /** With a bucket key: an object whose bucket-level key S3 still holds for this caller, so that KMS is not asked. */
  readonly sharing?: Stored;
}

const putObject: Verb<PutObject> = async (use, input) => {
  const { bucket, key, content, encryption, kmsKeyId, bucketKey = false, sharing } = input;
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const id = `${bucketArn}/${key}`;
  const kms = encryption !== undefined && encryption !== 'AES256';
  if (!kms && kmsKeyId !== undefined) notSimulated('a KMS key with SSE-S3.');
  if (encryption === 'aws:kms:dsse' && bucketKey) notSimulated('an S3 Bucket Key with DSSE-KMS.');
  const context = { 'aws:s3:arn': bucketKey ? bucketArn : id };
  if (bucketKey && sharing?.encryptionContext['aws:s3:arn'] === bucketArn) {
    return { stored: { ...sharing, id, content } };
  }
  return { stored: await use.keep({ id, content, context }, { ...input, kms }, failures.s3) };
};

export const s3 = { putObject, getObject: reads(failures.s3) };

interface Named extends KeyChoice {
  readonly name: string;
  readonly content: string;
}

export interface Secret extends Named {
  /** ARNs of secrets end with six characters of AWS's choice. */
  readonly suffix: string;
  readonly versionId: string;
}

export const secretsManager = {
  createSecret: writes<Secret>((use, { name, suffix, versionId }) => {
    const id = use.arn('secretsmanager', `secret:${name}-${suffix}`);
    return { id, context: { SecretARN: id, SecretVersionId: versionId } };
  }, failures.writingSecret),
  getSecretValue: reads(failures.readingSecret),
};

/** A queue, topic or stream whose ARN is the encryption context. */
function byArn(service: string, contextKey: string, row: FailureRow): Verb<Named> {
  return writes<Named>((use, { name }) => {
    const id = use.arn(service, name);
    return { id, context: { [contextKey]: id } };
  }, row);
}

export const sqs = {
  sendMessage: byArn('sqs', 'aws:sqs:arn', failures.sqs),
  receiveMessage: reads(failures.sqs),
};

export const sns = { publish: byArn('sns', 'aws:sns:topicArn', failures.sns) };

export const kinesis = {
  putRecord: writes<Named>((use, { name }) => {
    const id = use.arn('kinesis', `stream/${name}`);
    return { id, context: { 'aws:kinesis:arn': id } };
  }, failures.withPrefix),
  getRecords: reads(failures.withPrefix),
};

export interface Parameter {
  /** `/app/db` or `db`. */
  readonly name: string;
  readonly content: string;
  readonly type?: 'SecureString' | 'String';
  readonly tier?: 'Advanced' | 'Standard';
  readonly kmsKeyId?: string;
}

/** Standard: KMS encrypts the value itself. Advanced: a data key does. */
const putParameter: Verb<Parameter> = async (use, input) => {
  const { name, content, type = 'String', tier = 'Standard' } = input;
  const id = use.arn('ssm', `parameter/${name.replace(/^\//, '')}`);
  const KeyId = use.keyFor(input);
  if (type === 'String' || KeyId === null) return { stored: use.unasked(id, content) };
  const context = { PARAMETER_ARN: id };
  if (tier === 'Advanced') return { stored: await use.keep({ id, content, context }, input, failures.ssm) };
  const request = { KeyId, Plaintext: textBytes(content), EncryptionContext: context };
  const made = await use.direct('Encrypt', request, failures.ssm);
  return { stored: keptUnder({ id, content, context }, made) };
};

export const parameterStore = { putParameter, getParameter: reads(failures.ssm) };
