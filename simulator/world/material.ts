import { toBase64 } from '../keys/bytes.ts';
import { generateKeyMaterial } from '../keys/material.ts';
import type { KeyMaterial } from '../keys/types.ts';
import type { Draft } from './draft.ts';
import { Random } from './random.ts';
import type { KeyCore, MaterialRecord } from './types.ts';

const symmetricBytes = 32;

/**
 * New key material of a symmetric encryption key, at once. Its id is only ever compared: it need not be computed from
 * the material, as that of imported material is, and ten years of rotations take no time.
 */
export function makeSymmetricMaterial({ random }: { readonly random: Random }): MaterialRecord {
  const keyMaterialId = random.hex(symmetricBytes);
  const secret = toBase64(random.bytes(symmetricBytes));
  return {
    keyMaterialId,
    material: { type: 'secret', keySpec: 'SYMMETRIC_DEFAULT', keyMaterialId, secret },
    publicKey: null,
    description: null,
    rotation: null,
  };
}

/**
 * The stream of a key's first material. It is the key's own, so that the material is the same whenever it is first
 * needed, as if it had been there since the key was made.
 */
const firstRandom = ({ settings }: Draft, core: KeyCore) => new Random(settings.seed, `material/${core.id}`);

/** The first key material of a symmetric encryption key, at once. */
export function firstSymmetricMaterial(draft: Draft, core: KeyCore): MaterialRecord {
  return makeSymmetricMaterial({ random: firstRandom(draft, core) });
}

/** The first key material of a key that KMS makes the material of. */
export async function makeFirstMaterial(draft: Draft, core: KeyCore): Promise<MaterialRecord> {
  if (core.keySpec === 'SYMMETRIC_DEFAULT') return firstSymmetricMaterial(draft, core);
  const randomness = { ...draft.randomness, randomBytes: firstRandom(draft, core).bytes };
  const made = await generateKeyMaterial(core.keyId, core.keySpec, randomness);
  // The spec was checked when the key was made.
  if (!made.ok) throw new Error(`no key material: ${made.code}`);
  return { ...importedRecord(made.value, null), material: made.value };
}

/** A material whose bytes each Region keeps by itself. */
export function importedRecord(material: KeyMaterial, description: string | null): MaterialRecord {
  return {
    keyMaterialId: material.keyMaterialId,
    material: null,
    publicKey: material.type === 'pair' ? material.publicKey : null,
    description,
    rotation: null,
  };
}
