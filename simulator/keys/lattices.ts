// ML-DSA and ML-KEM keys. Private keys are the seed they are expanded from: [0] OCTET STRING (RFC 9881, RFC 9935).
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import { readTagged, tagged } from './der.ts';
import type { PairFamily } from './pair-family.ts';

export const mlDsa = { ML_DSA_44: ml_dsa44, ML_DSA_65: ml_dsa65, ML_DSA_87: ml_dsa87 } as const;
export const mlKem = { ML_KEM_512: ml_kem512, ML_KEM_768: ml_kem768, ML_KEM_1024: ml_kem1024 } as const;

export type MlDsaKeySpec = keyof typeof mlDsa;
export type MlKemKeySpec = keyof typeof mlKem;

const schemes = { ...mlDsa, ...mlKem } as const;
const seedBytes = { mlDsa: 32, mlKem: 64 } as const;

/** The key pair that a private key's seed expands to; undefined if there is no seed of the right length. */
export function expandSeed(keySpec: MlDsaKeySpec | MlKemKeySpec, privateKey: Uint8Array) {
  const seed = readTagged(privateKey, 0);
  return seed?.length === seedLength(keySpec) ? schemes[keySpec].keygen(seed) : undefined;
}

const seedLength = (keySpec: MlDsaKeySpec | MlKemKeySpec) =>
  keySpec in mlDsa ? seedBytes.mlDsa : seedBytes.mlKem;

/** Keys for ML-DSA or ML-KEM. */
export const latticeFamily = (keySpec: MlDsaKeySpec | MlKemKeySpec): PairFamily => ({
  async generate({ randomBytes }) {
    return tagged(0, false, randomBytes(seedLength(keySpec)));
  },
  complete(privateKey) {
    const keys = expandSeed(keySpec, privateKey);
    return keys === undefined ? undefined : { privateKey, publicKey: keys.publicKey };
  },
});
