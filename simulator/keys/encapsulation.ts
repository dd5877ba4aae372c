import type { KeySpec } from '../catalog/key-specs.ts';
import { privateKeyOf, publicKeyOf } from './key-encoding.ts';
import { expandSeed, type MlKemKeySpec, mlKem } from './lattices.ts';
import { attempt, fail } from './result.ts';
import type { CryptoResult, KeyMaterial, RandomBytes } from './types.ts';

export interface Encapsulation {
  readonly sharedSecret: Uint8Array;
  /** SharedSecretCiphertextBlob. */
  readonly ciphertext: Uint8Array;
}

const messageBytes = 32;

/** A new shared secret, and the ciphertext that brings it to whoever has the private key. */
export function encapsulate(material: KeyMaterial, randomBytes: RandomBytes): CryptoResult<Encapsulation> {
  const { keySpec } = material;
  if (material.type === 'secret' || !isMlKem(keySpec)) return incompatible(keySpec);
  return attempt('InvalidKeyMaterial', () => {
    const message = randomBytes(messageBytes);
    const { cipherText, sharedSecret } = mlKem[keySpec].encapsulate(publicKeyOf(material), message);
    return { sharedSecret, ciphertext: cipherText };
  });
}

/**
 * The shared secret in a ciphertext. A ciphertext of the right length that is not authentic gives another secret and
 * no error: that is how ML-KEM is made.
 */
export function decapsulate(material: KeyMaterial, ciphertext: Uint8Array): CryptoResult<Uint8Array> {
  const { keySpec } = material;
  if (material.type === 'secret' || !isMlKem(keySpec)) return incompatible(keySpec);
  const keys = expandSeed(keySpec, privateKeyOf(material));
  if (keys === undefined) return fail({ code: 'InvalidKeyMaterial' });
  return attempt('InvalidCiphertext', () => mlKem[keySpec].decapsulate(ciphertext, keys.secretKey));
}

const isMlKem = (keySpec: KeySpec): keySpec is MlKemKeySpec => keySpec in mlKem;

const incompatible = (keySpec: KeySpec) =>
  fail({ code: 'IncompatibleAlgorithm', algorithm: 'ML_KEM', keySpec });
