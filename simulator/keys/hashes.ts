import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Hash functions by the names that end the names of KMS's algorithms. */
export const hashes = {
  SHA_1: sha1,
  SHA_224: sha224,
  SHA_256: sha256,
  SHA_384: sha384,
  SHA_512: sha512,
} as const;

export type HashName = keyof typeof hashes;

/** Hash functions that messages are signed with. */
export type SigningHashName = Extract<HashName, 'SHA_256' | 'SHA_384' | 'SHA_512'>;

/** SHA-256 in hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** HMAC-SHA-256: the steps of a Signature Version 4. */
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array => hmac(sha256, key, message);

/** Bytes in hexadecimal digits. */
export const hexOf = (bytes: Uint8Array): string => bytesToHex(bytes);
