import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

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
