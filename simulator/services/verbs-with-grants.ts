/* Services that get a grant from whoever sets them up, and use the key by it afterwards. */
import { failures } from './failures.ts';
import type { KeyChoice } from './types.ts';
import { decryption, keptUnder } from './use.ts';
import type { StoredInput, Verb } from './verbs-of-data.ts';

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
