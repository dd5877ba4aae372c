import type { KeySpec } from '../catalog/key-specs.ts';
import { encodePrivateKey } from '../keys/key-encoding.ts';
import { generateKeyMaterial } from '../keys/material.ts';
import { encodeRsaPrivateKey, rsaFromPrimes } from '../keys/rsa-key.ts';
import type { GenerateRsa, KeyMaterial, PairKeySpec, PairMaterial, SecretMaterial } from '../keys/types.ts';
import { seededBytes } from './randomness.ts';
import { rsaPrimes } from './rsa-primes.ts';

export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const keyArn = `arn:aws:kms:us-west-2:111122223333:key/${keyId}`;

/** The same RSA key of each length, at once. */
export const fixedRsa: GenerateRsa = async (bits) => {
  const { p, q } = rsaPrimes[bits];
  return encodePrivateKey(`RSA_${bits}`, encodeRsaPrivateKey(rsaFromPrimes(p, q, 65537n)));
};

/** Key material of a spec, the same for the same seed; RSA keys are the same for all. */
export async function keyMaterial(keySpec: KeySpec, seed = ''): Promise<KeyMaterial> {
  const randomBytes = seededBytes(`${keySpec} ${seed}`);
  const made = await generateKeyMaterial(keyId, keySpec, { randomBytes, generateRsa: fixedRsa });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

export async function secretMaterial(keySpec: KeySpec, seed = ''): Promise<SecretMaterial> {
  const material = await keyMaterial(keySpec, seed);
  if (material.type !== 'secret') throw new Error(`${keySpec} has a key pair`);
  return material;
}

export async function pairMaterial(keySpec: KeySpec, seed = ''): Promise<PairMaterial> {
  const material = await keyMaterial(keySpec, seed);
  if (material.type !== 'pair') throw new Error(`${keySpec} has no key pair`);
  return material;
}

/** Specs of keys that every Node this project runs on can read. */
export const classicPairSpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
] as const satisfies readonly PairKeySpec[];
