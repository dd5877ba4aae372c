import type { KeySpecRow } from './types.ts';

const source = 'keySpecs';
const regions = 'all';
const awsOrImported = ['AWS_KMS', 'EXTERNAL'] as const;
const rsa = {
  family: 'rsa',
  usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  origins: awsOrImported,
  regions,
  source,
} as const;
const nistCurve = {
  family: 'ecc',
  usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'],
  origins: awsOrImported,
  regions,
  source,
} as const;
const hmac = {
  family: 'hmac',
  usages: ['GENERATE_VERIFY_MAC'],
  origins: awsOrImported,
  regions,
  source,
} as const;
const mlDsa = {
  family: 'mlDsa',
  usages: ['SIGN_VERIFY'],
  origins: ['AWS_KMS'],
  regions,
  since: '2025',
  source,
} as const;
/** Whether ML-KEM keys can have imported key material is not documented, so only AWS_KMS is listed. */
const mlKem = {
  family: 'mlKem',
  usages: ['ENCAPSULATE_DECAPSULATE'],
  origins: ['AWS_KMS'],
  regions: 'notChina',
  since: '2026',
  source,
} as const;

/** The key specs. A key's spec, usage and origin never change. */
export const keySpecs = {
  SYMMETRIC_DEFAULT: {
    family: 'symmetric',
    usages: ['ENCRYPT_DECRYPT'],
    origins: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    regions,
    source,
  },
  RSA_2048: rsa,
  RSA_3072: rsa,
  RSA_4096: rsa,
  ECC_NIST_P256: { ...nistCurve, curve: 'secp256r1' },
  ECC_NIST_P384: { ...nistCurve, curve: 'secp384r1' },
  ECC_NIST_P521: { ...nistCurve, curve: 'secp521r1' },
  ECC_SECG_P256K1: { ...nistCurve, usages: ['SIGN_VERIFY'], curve: 'secp256k1' },
  /** Import is not documented for this curve. */
  ECC_NIST_EDWARDS25519: { ...nistCurve, usages: ['SIGN_VERIFY'], origins: ['AWS_KMS'], since: '2025' },
  HMAC_224: hmac,
  HMAC_256: hmac,
  HMAC_384: hmac,
  HMAC_512: hmac,
  ML_DSA_44: mlDsa,
  ML_DSA_65: mlDsa,
  ML_DSA_87: mlDsa,
  ML_KEM_512: mlKem,
  ML_KEM_768: mlKem,
  ML_KEM_1024: mlKem,
  SM2: {
    family: 'sm2',
    usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'],
    origins: awsOrImported,
    regions: 'chinaOnly',
    source,
  },
} as const satisfies Record<string, KeySpecRow>;

export type KeySpec = keyof typeof keySpecs;

/** What CreateKey makes when nothing is asked for. */
export const createKeyDefaults = {
  keySpec: 'SYMMETRIC_DEFAULT',
  keyUsage: 'ENCRYPT_DECRYPT',
  origin: 'AWS_KMS',
  multiRegion: false,
} as const;
