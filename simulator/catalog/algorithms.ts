import { type KeySpec, keySpecs } from './key-specs.ts';
import type { Algorithm, KeyUsage } from './types.ts';

const source = 'keySpecs';
const rsaSpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const;
const either = ['RAW', 'DIGEST'] as const;
const encrypt = { usage: 'ENCRYPT_DECRYPT', source } as const;
const sign = { usage: 'SIGN_VERIFY', messageTypes: either, source } as const;
const rsaSign = { ...sign, keySpecs: rsaSpecs } as const;
const mac = { usage: 'GENERATE_VERIFY_MAC', source } as const;

/** The algorithms, and the key specs that go with each. */
export const algorithms = {
  SYMMETRIC_DEFAULT: { ...encrypt, keySpecs: ['SYMMETRIC_DEFAULT'] },
  RSAES_OAEP_SHA_1: { ...encrypt, keySpecs: rsaSpecs },
  RSAES_OAEP_SHA_256: { ...encrypt, keySpecs: rsaSpecs },
  SM2PKE: { ...encrypt, keySpecs: ['SM2'] },
  RSASSA_PSS_SHA_256: { ...rsaSign, outputBytes: 32 },
  RSASSA_PSS_SHA_384: { ...rsaSign, outputBytes: 48 },
  RSASSA_PSS_SHA_512: { ...rsaSign, outputBytes: 64 },
  RSASSA_PKCS1_V1_5_SHA_256: { ...rsaSign, outputBytes: 32 },
  RSASSA_PKCS1_V1_5_SHA_384: { ...rsaSign, outputBytes: 48 },
  RSASSA_PKCS1_V1_5_SHA_512: { ...rsaSign, outputBytes: 64 },
  ECDSA_SHA_256: { ...sign, keySpecs: ['ECC_NIST_P256', 'ECC_SECG_P256K1'], outputBytes: 32 },
  ECDSA_SHA_384: { ...sign, keySpecs: ['ECC_NIST_P384'], outputBytes: 48 },
  ECDSA_SHA_512: { ...sign, keySpecs: ['ECC_NIST_P521'], outputBytes: 64 },
  ED25519_SHA_512: { ...sign, keySpecs: ['ECC_NIST_EDWARDS25519'], messageTypes: ['RAW'] },
  ED25519_PH_SHA_512: {
    ...sign,
    keySpecs: ['ECC_NIST_EDWARDS25519'],
    messageTypes: ['DIGEST'],
    outputBytes: 64,
  },
  ML_DSA_SHAKE_256: {
    ...sign,
    keySpecs: ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'],
    messageTypes: ['RAW', 'EXTERNAL_MU'],
  },
  SM2DSA: { ...sign, keySpecs: ['SM2'], outputBytes: 32 },
  HMAC_SHA_224: { ...mac, keySpecs: ['HMAC_224'], outputBytes: 28 },
  HMAC_SHA_256: { ...mac, keySpecs: ['HMAC_256'], outputBytes: 32 },
  HMAC_SHA_384: { ...mac, keySpecs: ['HMAC_384'], outputBytes: 48 },
  HMAC_SHA_512: { ...mac, keySpecs: ['HMAC_512'], outputBytes: 64 },
  ECDH: {
    usage: 'KEY_AGREEMENT',
    keySpecs: ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'SM2'],
    source,
  },
  ML_KEM: { usage: 'ENCAPSULATE_DECAPSULATE', keySpecs: ['ML_KEM_512', 'ML_KEM_768', 'ML_KEM_1024'], source },
} as const satisfies Record<string, Algorithm & { readonly keySpecs: readonly KeySpec[] }>;

export type AlgorithmName = keyof typeof algorithms;

/** The algorithms that a key of this spec and usage offers; none if the two do not go together. */
export function algorithmsOf(keySpec: KeySpec, usage: KeyUsage): readonly AlgorithmName[] {
  const usages: readonly KeyUsage[] = keySpecs[keySpec].usages;
  if (!usages.includes(usage)) return [];
  return (Object.keys(algorithms) as AlgorithmName[]).filter((name) => {
    const row: Algorithm = algorithms[name];
    return row.usage === usage && row.keySpecs.includes(keySpec);
  });
}

/** How many bytes RSA and SM2 can encrypt at most; SYMMETRIC_DEFAULT takes 4,096. */
export const plaintextLimits = {
  SYMMETRIC_DEFAULT: { SYMMETRIC_DEFAULT: 4096 },
  RSA_2048: { RSAES_OAEP_SHA_1: 214, RSAES_OAEP_SHA_256: 190 },
  RSA_3072: { RSAES_OAEP_SHA_1: 342, RSAES_OAEP_SHA_256: 318 },
  RSA_4096: { RSAES_OAEP_SHA_1: 470, RSAES_OAEP_SHA_256: 446 },
  SM2: { SM2PKE: 1024 },
} as const satisfies Partial<Record<KeySpec, Partial<Record<AlgorithmName, number>>>>;

/** Key specs of the data key pairs that GenerateDataKeyPair makes. */
export const dataKeyPairSpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
  'SM2',
] as const satisfies readonly KeySpec[];

/** KeySpec of GenerateDataKey, in bytes. */
export const dataKeySpecs = { AES_128: 16, AES_256: 32 } as const;
