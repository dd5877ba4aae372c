import { equalBytes } from '@noble/ciphers/utils.js';
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';
import { mgf1, OAEP, PSS } from 'micro-rsa-dsa-dh/rsa.js';
import { pow } from 'micro-rsa-dsa-dh/utils.js';
import { type HashName, hashes, type SigningHashName } from './hashes.ts';
import { modulusBits, privateOperation, type RsaPrivateKey, type RsaPublicKey } from './rsa-key.ts';
import { encodeOaep, encodePkcs1, encodePss } from './rsa-padding.ts';
import type { RandomBytes } from './types.ts';

const sizeOf = (key: RsaPublicKey) => modulusBits(key) / 8;

/** How many bytes RSAES-OAEP can encrypt with this key. */
export const oaepLimit = (key: RsaPublicKey, hash: HashName): number =>
  sizeOf(key) - 2 * hashes[hash].outputLen - 2;

/** RSAES-OAEP, with the same hash for the mask. The plaintext must not be longer than `oaepLimit`. */
export function encryptOaep(
  key: RsaPublicKey,
  hash: HashName,
  plaintext: Uint8Array,
  randomBytes: RandomBytes,
): Uint8Array {
  const encoded = encodeOaep(hash, plaintext, sizeOf(key), randomBytes(hashes[hash].outputLen));
  return numberToBytesBE(pow(bytesToNumberBE(encoded), key.e, key.n), sizeOf(key));
}

/** Undoes RSAES-OAEP. Throws if the ciphertext is not one for this key. */
export function decryptOaep(key: RsaPrivateKey, hash: HashName, ciphertext: Uint8Array): Uint8Array {
  const size = sizeOf(key);
  const value = bytesToNumberBE(ciphertext);
  if (ciphertext.length !== size || value >= key.n) throw new RangeError();
  const encoded = numberToBytesBE(privateOperation(key, value), size);
  // What is left is the padding: to the power of 1 the library does nothing else.
  return OAEP(hashes[hash], mgf1(hashes[hash])).decrypt({ n: key.n, d: 1n }, encoded);
}

/** RSASSA-PSS of a digest; the salt is as long as the hash. */
export function signPss(
  key: RsaPrivateKey,
  hash: SigningHashName,
  digest: Uint8Array,
  randomBytes: RandomBytes,
): Uint8Array {
  const salt = randomBytes(hashes[hash].outputLen);
  return signEncoded(key, encodePss(hash, digest, sizeOf(key), salt));
}

/** RSASSA-PKCS1-v1_5 of a digest. */
export const signPkcs1 = (key: RsaPrivateKey, hash: SigningHashName, digest: Uint8Array): Uint8Array =>
  signEncoded(key, encodePkcs1(hash, digest, sizeOf(key)));

const signEncoded = (key: RsaPrivateKey, encoded: Uint8Array) =>
  numberToBytesBE(privateOperation(key, bytesToNumberBE(encoded)), sizeOf(key));

/** Whether this is an RSASSA-PSS signature of the digest. */
export function verifyPss(
  key: RsaPublicKey,
  hash: SigningHashName,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const algorithm = hashes[hash];
  // The library hashes the message and then what it makes of that, which is always longer. Ours is hashed already.
  const rest = (bytes: Uint8Array) => (bytes.length === algorithm.outputLen ? bytes : algorithm(bytes));
  const { blockLen, outputLen, create } = algorithm;
  const scheme = PSS(Object.assign(rest, { blockLen, outputLen, create }), mgf1(algorithm), outputLen);
  return scheme.verify(key, digest, signature);
}

/** Whether this is the RSASSA-PKCS1-v1_5 signature of the digest. */
export function verifyPkcs1(
  key: RsaPublicKey,
  hash: SigningHashName,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const value = bytesToNumberBE(signature);
  if (signature.length !== sizeOf(key) || value >= key.n) return false;
  const encoded = numberToBytesBE(pow(value, key.e, key.n), sizeOf(key));
  return equalBytes(encoded, encodePkcs1(hash, digest, sizeOf(key)));
}
