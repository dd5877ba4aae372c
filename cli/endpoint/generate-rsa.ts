import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { GenerateRsa } from '@/simulator/index.ts';

const generate = promisify(generateKeyPair);

/**
 * RSA keys by Node, in a thread of its own and many times faster than from a seed. The world of an endpoint is saved
 * with its key material and never made anew from its calls, so that the seed may go unused.
 */
export const generateRsa: GenerateRsa = async (bits) => {
  const { privateKey } = await generate('rsa', { modulusLength: bits, publicExponent: 65_537 });
  return privateKey.export({ format: 'der', type: 'pkcs8' });
};
