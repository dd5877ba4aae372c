import { failures } from './failures.ts';
import { describe, grantToService } from './grants.ts';
import type { KeyChoice } from './types.ts';
import { decryption, keptUnder } from './use.ts';
import type { StoredInput, Verb } from './verb.ts';

interface FileSystem extends KeyChoice {
  /** `fs-…`. */
  readonly id: string;
}

const silent = failures.notSimulated;
const operations = ['Decrypt', 'DescribeKey', 'RetireGrant'] as const;

const createFileSystem: Verb<FileSystem> = async (use, { id, ...choice }) => {
  const chosen = use.keyFor(choice);
  if (chosen === null) return { stored: use.unasked(id, '') };
  const key = await describe(use, chosen, silent);
  const context = { 'aws:elasticfilesystem:filesystem:id': id };
  const request = { KeyId: key, KeySpec: 'AES_256', EncryptionContext: context } as const;
  const made = await use.direct('GenerateDataKeyWithoutPlaintext', request, silent);
  const { GrantId } = await grantToService(use, {
    prefix: 'elasticfilesystem',
    key,
    context,
    operations,
    row: silent,
  });
  return { stored: { ...keptUnder({ id, content: '', context }, made), grantId: GrantId } };
};

const mountFileSystem: Verb<StoredInput> = async (use, { stored }) => {
  const request = decryption(stored);
  if (request !== null) await use.as({ arn: use.principal('elasticfilesystem') }, 'Decrypt', request);
  return { stored };
};

export const efs = { createFileSystem, mountFileSystem };
