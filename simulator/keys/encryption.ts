import { plaintextLimits } from '../catalog/algorithms.ts';
import type { KeySpec } from '../catalog/key-specs.ts';
import { open, seal } from './ciphertext.ts';
import { algorithmProblem } from './compatible.ts';
import { privateKeyOf, publicKeyOf } from './key-encoding.ts';
import { attempt, fail, succeed } from './result.ts';
import { decryptOaep, encryptOaep } from './rsa.ts';
import { readRsaPrivateKey, readRsaPublicKey } from './rsa-key.ts';
import type {
  CryptoProblem,
  CryptoResult,
  EncryptionAlgorithm,
  EncryptionContext,
  KeyMaterial,
  RandomBytes,
} from './types.ts';

export interface EncryptionRequest {
  readonly algorithm: EncryptionAlgorithm;
  /** Goes into symmetric ciphertexts, so that they tell what to decrypt them with. */
  readonly keyArn: string;
  readonly plaintext: Uint8Array;
  readonly context?: EncryptionContext | undefined;
}

export interface DecryptionRequest {
  readonly algorithm: EncryptionAlgorithm;
  readonly ciphertext: Uint8Array;
  readonly context?: EncryptionContext | undefined;
}

/** The ciphertext that Encrypt answers; data keys are encrypted with it too. */
export function encrypt(
  material: KeyMaterial,
  request: EncryptionRequest,
  randomBytes: RandomBytes,
): CryptoResult<Uint8Array> {
  const { algorithm, context, keyArn, plaintext } = request;
  const problem = requestProblem(material, request) ?? lengthProblem(algorithm, material.keySpec, plaintext);
  if (problem !== undefined) return fail(problem);
  if (material.type === 'secret') return succeed(seal(material, keyArn, plaintext, context, randomBytes));
  const key = readRsaPublicKey(publicKeyOf(material));
  if (key === undefined) return fail({ code: 'InvalidKeyMaterial' });
  return succeed(encryptOaep(key, oaepHash(algorithm), plaintext, randomBytes));
}

/** The plaintext of a ciphertext, if it was made with this key material, algorithm and encryption context. */
export function decrypt(material: KeyMaterial, request: DecryptionRequest): CryptoResult<Uint8Array> {
  const { algorithm, ciphertext, context } = request;
  const problem = requestProblem(material, request);
  if (problem !== undefined) return fail(problem);
  if (material.type === 'secret') return open(material, ciphertext, context);
  const key = readRsaPrivateKey(privateKeyOf(material));
  if (key === undefined) return fail({ code: 'InvalidKeyMaterial' });
  return attempt('InvalidCiphertext', () => decryptOaep(key, oaepHash(algorithm), ciphertext));
}

const oaepHash = (algorithm: EncryptionAlgorithm) => (algorithm === 'RSAES_OAEP_SHA_1' ? 'SHA_1' : 'SHA_256');

function requestProblem(
  { type, keySpec }: KeyMaterial,
  { algorithm, context = {} }: Pick<EncryptionRequest, 'algorithm' | 'context'>,
): CryptoProblem | undefined {
  const hasContext = Object.keys(context).length > 0;
  const contextProblem = { code: 'EncryptionContextNotSupported' } as const;
  return algorithmProblem(algorithm, keySpec) ?? (type === 'pair' && hasContext ? contextProblem : undefined);
}

const limitsBySpec: Partial<Record<KeySpec, Partial<Record<EncryptionAlgorithm, number>>>> = plaintextLimits;

function lengthProblem(
  algorithm: EncryptionAlgorithm,
  keySpec: KeySpec,
  plaintext: Uint8Array,
): CryptoProblem | undefined {
  const limit = limitsBySpec[keySpec]?.[algorithm] ?? 0;
  return plaintext.length > limit ? { code: 'PlaintextTooLong', algorithm, keySpec, limit } : undefined;
}
