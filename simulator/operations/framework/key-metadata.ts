import { algorithmsOf } from '../../catalog/algorithms.ts';
import { keySpecs } from '../../catalog/key-specs.ts';
import { keyUsages } from '../../catalog/key-usages.ts';
import { memberShapes } from '../../catalog/member-shapes.ts';
import type { Draft } from '../../world/draft.ts';
import { isPermanent } from '../../world/events.ts';
import type { KeyCore, KeyRecord } from '../../world/types.ts';
import { visibleState } from './key-condition.ts';
import type { KeyMetadata, OlderKeySpec } from './outputs.ts';

/** What DescribeKey tells of a key. */
export function keyMetadata(draft: Draft, { arn }: KeyRecord): KeyMetadata {
  const key = draft.key(arn);
  const core = draft.core(key);
  const state = visibleState(draft, key);
  const store = core.customKeyStoreId === null ? undefined : draft.get('keyStores', core.customKeyStoreId);
  return {
    AWSAccountId: key.account,
    KeyId: core.keyId,
    Arn: key.arn,
    CreationDate: new Date(key.createdAt),
    Enabled: state === 'Enabled',
    Description: key.description,
    KeyUsage: core.keyUsage,
    KeyState: state,
    ...(key.deletion?.at != null && { DeletionDate: new Date(key.deletion.at) }),
    ...(key.deletion !== null &&
      key.deletion.at === null && { PendingDeletionWindowInDays: key.deletion.windowInDays }),
    Origin: core.origin,
    ...expiryOf(key),
    ...(store !== undefined && { CustomKeyStoreId: store.id }),
    ...(store?.cloudHsmClusterId != null && { CloudHsmClusterId: store.cloudHsmClusterId }),
    ...(core.xksKeyId !== null && { XksKeyConfiguration: { Id: core.xksKeyId } }),
    KeyManager: key.manager,
    ...specOf(core),
    ...algorithmsOfKey(core),
    MultiRegion: core.multiRegion,
    ...(core.multiRegion && { MultiRegionConfiguration: relativesOf(draft, key, core) }),
    ...materialOf(core),
  };
}

/** The key spec, and its deprecated twin where that has it. */
export function specOf({ keySpec }: KeyCore): Pick<KeyMetadata, 'CustomerMasterKeySpec' | 'KeySpec'> {
  const older: readonly string[] = memberShapes.CustomerMasterKeySpec.values;
  return {
    ...(older.includes(keySpec) && { CustomerMasterKeySpec: keySpec as OlderKeySpec }),
    KeySpec: keySpec,
  };
}

type AlgorithmMembers = Pick<
  KeyMetadata,
  | 'EncapsulationAlgorithms'
  | 'EncryptionAlgorithms'
  | 'KeyAgreementAlgorithms'
  | 'MacAlgorithms'
  | 'SigningAlgorithms'
>;

/** The algorithms that the key offers, under the name that goes with its usage. */
export function algorithmsOfKey({ keySpec, keyUsage }: KeyCore): AlgorithmMembers {
  return { [keyUsages[keyUsage].metadataMember]: [...algorithmsOf(keySpec, keyUsage)] };
}

function materialOf(core: KeyCore): Pick<KeyMetadata, 'CurrentKeyMaterialId'> {
  const shown = keySpecs[core.keySpec].family === 'symmetric' && core.customKeyStoreId === null;
  return shown && core.currentMaterialId !== null ? { CurrentKeyMaterialId: core.currentMaterialId } : {};
}

/** Imported key material: the earliest expiry counts. */
function expiryOf(key: KeyRecord): Pick<KeyMetadata, 'ExpirationModel' | 'ValidTo'> {
  const imported = Object.values(key.imported);
  if (imported.length === 0) return {};
  const times = imported.map(({ expiresAt }) => expiresAt).filter((at) => at !== null);
  if (times.length === 0) return { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
  return { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(Math.min(...times)) };
}

function relativesOf(
  draft: Draft,
  key: KeyRecord,
  core: KeyCore,
): NonNullable<KeyMetadata['MultiRegionConfiguration']> {
  const all = draft.related(core).map(({ arn, region }) => ({ Arn: arn, Region: region }));
  const primary = all.find(({ Region }) => Region === core.primaryRegion) ?? {
    Arn: key.arn,
    Region: key.region,
  };
  return {
    MultiRegionKeyType: key.region === core.primaryRegion ? 'PRIMARY' : 'REPLICA',
    PrimaryKey: primary,
    ReplicaKeys: all.filter(({ Region }) => Region !== core.primaryRegion),
  };
}

/** Whether a key has every key material that belongs to it, in its Region. */
export function isComplete(core: KeyCore, key: KeyRecord): boolean {
  return core.materials.every(
    ({ keyMaterialId }) => !isPermanent(core, keyMaterialId) || keyMaterialId in key.imported,
  );
}
