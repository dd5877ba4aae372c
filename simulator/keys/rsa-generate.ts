import { rngAesCtrDrbg256 } from '@noble/ciphers/aes.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { isProbablePrimeRSA } from 'micro-rsa-dsa-dh/primality.js';
import { decodePrivateKey, encodePrivateKey } from './key-encoding.ts';
import type { PairFamily } from './pair-family.ts';
import {
  encodeRsaPrivateKey,
  encodeRsaPublicKey,
  modulusBits,
  type RsaPrivateKey,
  readRsaPrivateKey,
  rsaFromPrimes,
} from './rsa-key.ts';
import type { GenerateRsa, RandomBytes, RsaBits, WrappingKeySpec } from './types.ts';

const exponent = 65537n;

/** A prime with the two highest bits set, so that the product of two has all its bits (FIPS 186-5, A.1.3). */
function findPrime(bits: number, randomBytes: RandomBytes): bigint {
  const fixed = (3n << BigInt(bits - 2)) | 1n;
  for (;;) {
    const candidate = bytesToNumberBE(randomBytes(bits / 8)) | fixed;
    if (candidate % exponent !== 1n && isProbablePrimeRSA(candidate, randomBytes)) return candidate;
  }
}

function generateRsaKey(bits: RsaBits, randomBytes: RandomBytes): RsaPrivateKey {
  const p = findPrime(bits / 2, randomBytes);
  for (;;) {
    const q = findPrime(bits / 2, randomBytes);
    const distance = p > q ? p - q : q - p;
    if (distance > 1n << BigInt(bits / 2 - 100)) return rsaFromPrimes(p, q, exponent);
  }
}

const seedBytes = 48;

/** The RSA key of a seed (`GenerateRsa`). Takes seconds for large keys, and the thread with it. */
export const rsaFromSeed: GenerateRsa = async (bits, seed) => {
  const random = rngAesCtrDrbg256(seed);
  const key = generateRsaKey(bits, (length) => random.randomBytes(length));
  return encodePrivateKey(`RSA_${bits}`, encodeRsaPrivateKey(key));
};

const bitsOf = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 } as const;

/** RSA keys. */
export const rsaFamily = (keySpec: WrappingKeySpec): PairFamily => ({
  async generate({ randomBytes, generateRsa = rsaFromSeed }) {
    return decodePrivateKey(keySpec, await generateRsa(bitsOf[keySpec], randomBytes(seedBytes)));
  },
  complete(privateKey) {
    const key = readRsaPrivateKey(privateKey);
    if (key === undefined || modulusBits(key) !== bitsOf[keySpec]) return undefined;
    const [p, q] = key.p > key.q ? [key.p, key.q] : [key.q, key.p];
    return {
      privateKey: encodeRsaPrivateKey(rsaFromPrimes(p, q, key.e)),
      publicKey: encodeRsaPublicKey(key),
    };
  },
});
