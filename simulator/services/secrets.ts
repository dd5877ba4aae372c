import { textBytes } from '../keys/bytes.ts';
import { failures } from './failures.ts';
import { keptUnder, type Use } from './use.ts';
import { type Named, reads, type StoredInput, type Verb } from './verb.ts';

interface Secret extends Named {
  /** ARNs of secrets end with six characters of AWS's choice. */
  readonly suffix: string;
  readonly versionId: string;
}

const createSecret: Verb<Secret> = async (use, input) => {
  const { name, suffix, versionId, content, kmsKeyId } = input;
  const id = use.arn('secretsmanager', `secret:${name}-${suffix}`);
  if (kmsKeyId !== undefined) await validate(use, id, kmsKeyId);
  const context = { SecretARN: id, SecretVersionId: versionId };
  const stored = await use.keep({ id, content, context }, input, failures.writingSecret);
  // Whether the AWS managed key is tried, too, was not read.
  return { stored, unverified: [kmsKeyId === undefined ? 'calls' : 'order'] };
};

/** When a key is chosen for a secret, the caller has to be able to encrypt and to decrypt; what comes out is dropped. */
async function validate(use: Use, id: string, kmsKeyId: string): Promise<void> {
  const context = { SecretARN: id, SecretVersionId: 'RequestToValidateKeyAccess' };
  const made = await use.keep({ id, content: '', context }, { kmsKeyId }, failures.writingSecret);
  await use.read(made, failures.writingSecret);
}

interface SecretValue extends StoredInput {
  readonly versionId: string;
  readonly content: string;
}

/** A new version, as rotation functions write it: RotateSecret itself does not ask KMS. */
const putSecretValue: Verb<SecretValue> = async (use, { stored, versionId, content }) => {
  const { id, keyArn, encryptionContext } = stored;
  if (keyArn === null) return { stored: { ...stored, content } };
  const context = { ...encryptionContext, SecretVersionId: versionId };
  const choice = { kmsKeyId: keyArn };
  return { stored: await use.keep({ id, content, context }, choice, failures.writingSecret) };
};

export const secretsManager = {
  createSecret,
  getSecretValue: reads(failures.readingSecret),
  putSecretValue,
};

interface Parameter {
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
