/* The key material that a call works with. */
import type { KeyMaterial } from '../../keys/types.ts';
import type { Draft } from '../../world/draft.ts';
import { makeFirstMaterial } from '../../world/material.ts';
import type { KeyRecord } from '../../world/types.ts';
import { refuse } from './refusal.ts';

/** Makes the first key material of a key that has none yet, though KMS is to make it. */
export async function ensureMaterial(draft: Draft, key: KeyRecord): Promise<void> {
  const core = draft.core(key);
  if (core.origin === 'EXTERNAL' || core.materials.length > 0) return;
  const first = await makeFirstMaterial(draft, core);
  draft.updateCore(core, { materials: [first], currentMaterialId: first.keyMaterialId });
}

/** The key material that encrypts and signs now. */
export function currentMaterial(draft: Draft, key: KeyRecord): KeyMaterial {
  const { currentMaterialId } = draft.core(key);
  const material = currentMaterialId === null ? undefined : findMaterial(draft, key, currentMaterialId);
  if (material === undefined) refuse('pendingImport', { keyArn: key.arn });
  return material;
}

/** A key material of the key by its id, as the key's Region has it. */
export function findMaterial(draft: Draft, key: KeyRecord, keyMaterialId: string): KeyMaterial | undefined {
  const record = draft.core(key).materials.find((one) => one.keyMaterialId === keyMaterialId);
  return record?.material ?? key.imported[keyMaterialId]?.material;
}
