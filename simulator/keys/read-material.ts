import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import { fromBase64 } from './bytes.ts';
import { makeKeyMaterial } from './material.ts';
import { attempt, fail } from './result.ts';
import type { CryptoResult, KeyMaterial } from './types.ts';

/**
 * Key material from data that anybody may have written, such as a saved world. It is made anew from its bytes and must
 * come out the same, so that none of the other functions meets damaged material.
 */
export function readKeyMaterial(keyId: string, value: unknown): CryptoResult<KeyMaterial> {
  const invalid = fail({ code: 'InvalidKeyMaterial' });
  if (typeof value !== 'object' || value === null) return invalid;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const { keySpec } = fields;
  const encoded = fields.type === 'pair' ? fields.privateKey : fields.secret;
  if (!isKeySpec(keySpec) || typeof encoded !== 'string') return invalid;
  const bytes = attempt('InvalidKeyMaterial', () => fromBase64(encoded));
  if (!bytes.ok) return bytes;
  const made = makeKeyMaterial(keyId, keySpec, bytes.value);
  if (!made.ok) return made;
  const expected = Object.entries(made.value);
  const isSame = expected.every(([name, text]) => fields[name] === text);
  return isSame && Object.keys(fields).length === expected.length ? made : invalid;
}

const isKeySpec = (value: unknown): value is KeySpec =>
  typeof value === 'string' && Object.hasOwn(keySpecs, value);
