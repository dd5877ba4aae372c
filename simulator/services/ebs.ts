import { parseArn } from '../match/arn.ts';
import { type FailureRow, failures } from './failures.ts';
import { retireGrant } from './grants.ts';
import type { KeyChoice, Stored } from './types.ts';
import { decryption, keptUnder, notSimulated, Stop, type Use } from './use.ts';
import type { StoredInput, Verb } from './verb.ts';

// A volume that cannot be made or attached fails later, in an event: CreateVolume itself says nothing of KMS.
const silent = failures.notSimulated;

interface Volume extends KeyChoice {
  /** `vol-…`. */
  readonly id: string;
  /** A volume made from an encrypted snapshot is encrypted, under the snapshot's key unless another is named. */
  readonly snapshot?: Stored;
}

async function newVolume(use: Use, { id, snapshot, ...choice }: Volume, row: FailureRow): Promise<Stored> {
  const KeyId = keyOfVolume(use, snapshot?.keyArn ?? null, choice);
  if (KeyId === null) return use.unasked(id, '');
  const context = { 'aws:ebs:id': id };
  const request = { KeyId, NumberOfBytes: 64, EncryptionContext: context };
  const made = await use.direct('GenerateDataKeyWithoutPlaintext', request, row);
  return keptUnder({ id, content: snapshot?.content ?? '', context }, made);
}

/** The key of one's own snapshot, unless another is named; of somebody else's snapshot never. */
function keyOfVolume(use: Use, ofSnapshot: string | null, choice: KeyChoice): string | null {
  if (choice.kmsKeyId !== undefined || ofSnapshot === null) return use.keyFor(choice);
  return parseArn(ofSnapshot)?.account === use.account ? ofSnapshot : use.keyFor({ kms: true });
}

const createVolume: Verb<Volume> = async (use, volume) => ({ stored: await newVolume(use, volume, silent) });

interface Attachment extends StoredInput {
  /** `i-…`. */
  readonly instanceId: string;
}

/** The data key goes into the memory of the instance's host: from then on KMS is not asked. */
async function attach(use: Use, { stored, instanceId }: Attachment, row: FailureRow): Promise<Stored> {
  const request = decryption(stored);
  if (request === null || stored.keyArn === null) return stored;
  const host = `arn:aws:sts::${use.account}:assumed-role/aws:ec2-infrastructure/${instanceId}`;
  const { GrantId, GrantToken } = await use.direct(
    'CreateGrant',
    {
      KeyId: stored.keyArn,
      GranteePrincipal: host,
      RetiringPrincipal: use.principal('ec2'),
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: stored.encryptionContext },
    },
    row,
  );
  await use.as({ arn: host }, 'Decrypt', { ...request, GrantTokens: [GrantToken] }, row);
  return { ...stored, grantId: GrantId };
}

const attachVolume: Verb<Attachment> = async (use, input) => ({ stored: await attach(use, input, silent) });

const detachVolume: Verb<StoredInput> = async (use, { stored }) => ({
  stored: await retireGrant(use, 'ec2', stored),
});

interface Launch extends Volume {
  readonly instanceId: string;
}

/** An instance with a new encrypted volume, as Auto Scaling starts them: without its key it goes from pending to gone. */
const launchInstance: Verb<Launch> = async (use, { instanceId, ...volume }) => {
  const stored = await newVolume(use, volume, failures.launch);
  return { stored: await attach(use, { stored, instanceId }, failures.launch) };
};

interface Snapshot extends StoredInput {
  /** `snap-…`. */
  readonly id: string;
}

/** A snapshot has the volume's data key, and its encryption context: KMS is not asked. */
const createSnapshot: Verb<Snapshot> = async (_use, { stored, id }) => {
  const { grantId: _, ...volume } = stored;
  return { stored: { ...volume, id } };
};

interface SnapshotCopy extends Snapshot, KeyChoice {}

/** Under another key, or the same; the copy is bound to its own id. */
const copySnapshot: Verb<SnapshotCopy> = async (use, { stored, id, ...choice }) => {
  const source = decryption(stored);
  if (source === null) {
    // Nothing to decrypt: the copy is encrypted as a new volume is.
    return { stored: { ...(await newVolume(use, { id, ...choice }, silent)), content: stored.content } };
  }
  const DestinationKeyId = use.keyFor({ ...choice, kms: true });
  if (DestinationKeyId === null) notSimulated('a copy without a key.');
  const context = { 'aws:ebs:id': id };
  const copied = await use.direct(
    'ReEncrypt',
    {
      CiphertextBlob: source.CiphertextBlob,
      SourceEncryptionContext: stored.encryptionContext,
      DestinationKeyId,
      DestinationEncryptionContext: context,
    },
    silent,
  );
  return { stored: keptUnder({ id, content: stored.content, context }, copied) };
};

/** Sharing asks nothing of KMS, but a snapshot under the AWS managed key can never be shared. */
const shareSnapshot: Verb<StoredInput> = async (use, { stored }) => {
  if (stored.keyArn !== null && use.isOfAws(stored.keyArn)) {
    throw new Stop({
      name: 'OperationNotPermitted',
      message: 'Encrypted snapshots with EBS default key cannot be shared',
      kms: null,
    });
  }
  return { stored };
};

export const ebs = {
  createVolume,
  attachVolume,
  detachVolume,
  launchInstance,
  createSnapshot,
  copySnapshot,
  shareSnapshot,
};
