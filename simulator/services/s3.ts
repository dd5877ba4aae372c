import { failures } from './failures.ts';
import type { Sender, Stored } from './types.ts';
import { notSimulated } from './use.ts';
import type { StoredInput, Verb } from './verb.ts';

interface PutObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: string;
  /** SSE-S3, SSE-KMS, DSSE-KMS. Left out: SSE-S3, as every bucket does by default. */
  readonly encryption?: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly kmsKeyId?: string;
  readonly bucketKey?: boolean;
  /** With a bucket key: an object that the same caller put, so that S3 still has the bucket-level key and KMS is not asked. */
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
  if (!bucketKey) {
    const stored = await use.keep({ id, content, context }, { ...input, kms }, failures.s3);
    // How the second layer of DSSE-KMS asks KMS was not read.
    return { stored, unverified: encryption === 'aws:kms:dsse' ? ['calls'] : [] };
  }
  const ofBucket = sharing?.encryptionContext['aws:s3:arn'] === bucketArn;
  // Every requester has a bucket-level key of their own, which S3 keeps for a while that is not told.
  if (sharing !== undefined && ofBucket && use.holds(sharing, 'encrypt')) {
    return { stored: { ...sharing, id, content }, unverified: ['heldFor'] };
  }
  const stored = await use.keep({ id, content, context }, { ...input, kms }, failures.s3);
  return { stored: use.hold(stored, 'encrypt', null), unverified: ['heldFor'] };
};

interface GetObject extends StoredInput {
  /** CloudFront with origin access control, and other services that read by themselves. */
  readonly from?: Sender;
}

const getObject: Verb<GetObject> = async (use, { stored, from }) => ({
  stored,
  content: await use.by(from).read(stored, failures.s3),
});

export const s3 = { putObject, getObject };
