import { aeskwp } from '@noble/ciphers/aes.js';
import { concatBytes } from '@noble/ciphers/utils.js';
import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import type { KeyFamily } from '../catalog/types.ts';
import { toBase64 } from './bytes.ts';
import type { HashName } from './hashes.ts';
import { decodePublicKey, privateKeyOf } from './key-encoding.ts';
import { generateKeyMaterial, makeKeyMaterial } from './material.ts';
import { attempt, fail, succeed } from './result.ts';
import { decryptOaep, encryptOaep, oaepLimit } from './rsa.ts';
import { modulusBits, readRsaPrivateKey, readRsaPublicKey } from './rsa-key.ts';
import type {
  CryptoResult,
  ImportParameters,
  KeyMaterial,
  RandomBytes,
  Randomness,
  WrappingAlgorithm,
  WrappingKeySpec,
} from './types.ts';

const importTokenBytes = 256;
const wrappedKeyBytes = 32;

interface WrappingRow {
  readonly hash: HashName;
  readonly hasAesKey: boolean;
  readonly families: readonly KeyFamily[];
}

/** RSAES_OAEP encrypts the key material itself; RSA_AES_KEY_WRAP a 256-bit AES key that wraps it (RFC 5649). */
const wrappings = {
  RSAES_OAEP_SHA_1: { hash: 'SHA_1', hasAesKey: false, families: ['symmetric', 'hmac', 'ecc'] },
  RSAES_OAEP_SHA_256: { hash: 'SHA_256', hasAesKey: false, families: ['symmetric', 'hmac', 'ecc'] },
  RSA_AES_KEY_WRAP_SHA_1: { hash: 'SHA_1', hasAesKey: true, families: ['rsa', 'ecc'] },
  RSA_AES_KEY_WRAP_SHA_256: { hash: 'SHA_256', hasAesKey: true, families: ['rsa', 'ecc'] },
} as const satisfies Record<WrappingAlgorithm, WrappingRow>;

export interface Wrapping {
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly wrappingKeySpec: WrappingKeySpec;
}

/** What GetParametersForImport answers and keeps: a wrapping key pair of its own, and the token that goes with it. */
export async function makeImportParameters(
  keySpec: KeySpec,
  { wrappingAlgorithm, wrappingKeySpec }: Wrapping,
  randomness: Randomness,
): Promise<CryptoResult<ImportParameters>> {
  const families: readonly KeyFamily[] = wrappings[wrappingAlgorithm].families;
  const isTooLong =
    keySpec === 'ECC_NIST_P521' && wrappingKeySpec === 'RSA_2048' && !wrappings[wrappingAlgorithm].hasAesKey;
  if (!families.includes(keySpecs[keySpec].family) || isTooLong) {
    return fail({ code: 'IncompatibleWrapping', wrappingAlgorithm, wrappingKeySpec, keySpec });
  }
  const importToken = toBase64(randomness.randomBytes(importTokenBytes));
  const made = await generateKeyMaterial(importToken, wrappingKeySpec, randomness);
  if (!made.ok) return made;
  if (made.value.type === 'secret') return fail({ code: 'InvalidKeyMaterial' });
  return succeed({ wrappingAlgorithm, wrappingKey: made.value, importToken });
}

/** The import parameters, of those that were given out for a key, that a token belongs to. */
export function findImportParameters(
  given: readonly ImportParameters[],
  importToken: Uint8Array,
): CryptoResult<ImportParameters> {
  const token = toBase64(importToken);
  const found = given.find((parameters) => parameters.importToken === token);
  return found === undefined ? fail({ code: 'InvalidImportToken' }) : succeed(found);
}

/** The key material that a caller of ImportKeyMaterial wrapped. */
export function unwrapKeyMaterial(
  { wrappingAlgorithm, wrappingKey }: ImportParameters,
  keyId: string,
  keySpec: KeySpec,
  wrapped: Uint8Array,
): CryptoResult<KeyMaterial> {
  const { hash, hasAesKey } = wrappings[wrappingAlgorithm];
  const key = readRsaPrivateKey(privateKeyOf(wrappingKey));
  if (key === undefined) return fail({ code: 'InvalidKeyMaterial' });
  const split = hasAesKey ? modulusBits(key) / 8 : wrapped.length;
  const unwrapped = attempt('InvalidCiphertext', () => {
    const inner = decryptOaep(key, hash, wrapped.subarray(0, split));
    return hasAesKey ? aeskwp(inner).decrypt(wrapped.subarray(split)) : inner;
  });
  return unwrapped.ok ? makeKeyMaterial(keyId, keySpec, unwrapped.value) : unwrapped;
}

/**
 * Wraps key material as its owner does before ImportKeyMaterial.
 * @param publicKey the one that GetParametersForImport answered
 * @param bytes a secret's bytes, or a private key in PKCS#8
 */
export function wrapKeyMaterial(
  publicKey: Uint8Array,
  wrappingAlgorithm: WrappingAlgorithm,
  bytes: Uint8Array,
  randomBytes: RandomBytes,
): CryptoResult<Uint8Array> {
  const { hash, hasAesKey } = wrappings[wrappingAlgorithm];
  // All RSA keys have the same identifier in DER.
  const inner = decodePublicKey('RSA_4096', publicKey);
  const key = inner && readRsaPublicKey(inner);
  if (key === undefined) return fail({ code: 'InvalidPublicKey' });
  if (!hasAesKey) {
    if (bytes.length > oaepLimit(key, hash)) return fail({ code: 'InvalidKeyMaterial' });
    return succeed(encryptOaep(key, hash, bytes, randomBytes));
  }
  const aesKey = randomBytes(wrappedKeyBytes);
  const wrapped = aeskwp(aesKey).encrypt(bytes);
  return succeed(concatBytes(encryptOaep(key, hash, aesKey, randomBytes), wrapped));
}
