import { keySpecs } from '../../catalog/key-specs.ts';
import type { Draft } from '../../world/draft.ts';
import type { KeyCore, KeyRecord, MaterialRecord } from '../../world/types.ts';
import type { RotationEntry } from './outputs.ts';

/** @param all with the first key material and the one that waits for its rotation */
export function rotationEntries(draft: Draft, key: KeyRecord, all: boolean): RotationEntry[] {
  const core = draft.core(key);
  if (keySpecs[core.keySpec].family !== 'symmetric') return [];
  return core.materials
    .filter(({ rotation }) => all || rotation !== null)
    .map((material) => entry(draft, key, core, material));
}

function entry(draft: Draft, key: KeyRecord, core: KeyCore, material: MaterialRecord): RotationEntry {
  const { keyMaterialId, rotation, description } = material;
  return {
    KeyId: core.keyId,
    KeyMaterialId: keyMaterialId,
    ...(core.origin === 'EXTERNAL' && {
      ...(description !== null && { KeyMaterialDescription: description }),
      ...importOf(key, keyMaterialId),
    }),
    KeyMaterialState: stateOf(draft, core, keyMaterialId),
    ...(rotation !== null && { RotationDate: new Date(rotation.at), RotationType: rotation.type }),
  };
}

function importOf(
  { imported }: KeyRecord,
  keyMaterialId: string,
): Pick<RotationEntry, 'ExpirationModel' | 'ImportState' | 'ValidTo'> {
  const copy = imported[keyMaterialId];
  if (copy === undefined) return { ImportState: 'PENDING_IMPORT' };
  if (copy.expiresAt === null) {
    return { ImportState: 'IMPORTED', ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
  }
  return {
    ImportState: 'IMPORTED',
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: new Date(copy.expiresAt),
  };
}

function stateOf(draft: Draft, core: KeyCore, keyMaterialId: string): RotationEntry['KeyMaterialState'] {
  if (core.currentMaterialId === keyMaterialId) return 'CURRENT';
  if (core.pendingMaterialId !== keyMaterialId) return 'NON_CURRENT';
  const everywhere = draft.related(core).every(({ imported }) => keyMaterialId in imported);
  return everywhere ? 'PENDING_ROTATION' : 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
}
