// Encodings of RFC 8017 that the RSA library cannot make here: it takes its randomness from the platform, where a
// world passes in its own, and hashes every message, where KMS signs digests too. Nothing is decoded here but by it.
import { concatBytes } from '@noble/curves/utils.js';
import { mgf1 } from 'micro-rsa-dsa-dh/rsa.js';
import { nullValue, octetString, oid, sequence } from './der.ts';
import { type HashName, hashes, type SigningHashName } from './hashes.ts';

const hashOids: Readonly<Record<SigningHashName, string>> = {
  SHA_256: '2.16.840.1.101.3.4.2.1',
  SHA_384: '2.16.840.1.101.3.4.2.2',
  SHA_512: '2.16.840.1.101.3.4.2.3',
};

const xor = (bytes: Uint8Array, mask: Uint8Array) => bytes.map((byte, index) => byte ^ (mask[index] ?? 0));

/** EME-OAEP (section 7.1.1) with an empty label; the seed is as long as the hash. */
export function encodeOaep(name: HashName, message: Uint8Array, size: number, seed: Uint8Array): Uint8Array {
  const hash = hashes[name];
  const mask = mgf1(hash);
  const zeros = new Uint8Array(size - message.length - 2 * hash.outputLen - 2);
  const block = concatBytes(hash(new Uint8Array()), zeros, Uint8Array.of(1), message);
  const maskedBlock = xor(block, mask(seed, { dkLen: block.length }));
  const maskedSeed = xor(seed, mask(maskedBlock, { dkLen: seed.length }));
  return concatBytes(Uint8Array.of(0), maskedSeed, maskedBlock);
}

/** EMSA-PSS (section 9.1.1) of a digest, for a modulus of whole bytes. */
export function encodePss(
  name: SigningHashName,
  digest: Uint8Array,
  size: number,
  salt: Uint8Array,
): Uint8Array {
  const hash = hashes[name];
  const salted = hash(concatBytes(new Uint8Array(8), digest, salt));
  const zeros = new Uint8Array(size - salt.length - salted.length - 2);
  const block = concatBytes(zeros, Uint8Array.of(1), salt);
  const masked = xor(block, mgf1(hash)(salted, { dkLen: block.length }));
  // One bit less than the modulus has.
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return concatBytes(masked, salted, Uint8Array.of(0xbc));
}

/** EMSA-PKCS1-v1_5 (section 9.2) of a digest. */
export function encodePkcs1(name: SigningHashName, digest: Uint8Array, size: number): Uint8Array {
  const algorithm = sequence(oid(hashOids[name]), nullValue());
  const digestInfo = sequence(algorithm, octetString(digest));
  const filler = new Uint8Array(size - digestInfo.length - 3).fill(0xff);
  return concatBytes(Uint8Array.of(0, 1), filler, Uint8Array.of(0), digestInfo);
}
