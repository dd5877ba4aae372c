import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { shake256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { GenerateRsa, RandomBytes } from '../keys/types.ts';

/** Random bytes that are the same whenever the seed is. */
export function seededBytes(seed: string): RandomBytes {
  const stream = shake256.create({}).update(utf8ToBytes(seed));
  return (length) => stream.xof(length);
}

/** Node's own RSA keys. */
export const nodeRsa: GenerateRsa = async (modulusLength) => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength });
  return privateKey.export({ type: 'pkcs8', format: 'der' });
};
