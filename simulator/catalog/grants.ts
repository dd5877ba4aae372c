import type { KeySpec } from './key-specs.ts';
import { keySpecs } from './key-specs.ts';
import type { KeyFamily, KeyUsage, OperationName, Sourced } from './types.ts';

/** What a grant can allow, and the API operation that each stands for. */
export const grantOperations = {
  Decrypt: 'Decrypt',
  Encrypt: 'Encrypt',
  GenerateDataKey: 'GenerateDataKey',
  GenerateDataKeyWithoutPlaintext: 'GenerateDataKeyWithoutPlaintext',
  ReEncryptFrom: 'ReEncrypt',
  ReEncryptTo: 'ReEncrypt',
  GenerateDataKeyPair: 'GenerateDataKeyPair',
  GenerateDataKeyPairWithoutPlaintext: 'GenerateDataKeyPairWithoutPlaintext',
  Sign: 'Sign',
  Verify: 'Verify',
  GenerateMac: 'GenerateMac',
  VerifyMac: 'VerifyMac',
  DeriveSharedSecret: 'DeriveSharedSecret',
  Encapsulate: 'Encapsulate',
  Decapsulate: 'Decapsulate',
  GetPublicKey: 'GetPublicKey',
  DescribeKey: 'DescribeKey',
  CreateGrant: 'CreateGrant',
  RetireGrant: 'RetireGrant',
} as const satisfies Record<string, OperationName>;

export type GrantOperation = keyof typeof grantOperations;

export interface GrantableRow extends Sourced {
  readonly usage: KeyUsage;
  readonly families: readonly KeyFamily[];
  readonly operations: readonly GrantOperation[];
}

const always = ['DescribeKey', 'CreateGrant', 'RetireGrant'] as const;

/** Which operations a grant on a key may name, by kind of key. Others are a ValidationException. */
export const grantableByKeyKind = {
  symmetricEncryption: {
    usage: 'ENCRYPT_DECRYPT',
    families: ['symmetric'],
    operations: [
      'Encrypt',
      'Decrypt',
      'ReEncryptFrom',
      'ReEncryptTo',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      ...always,
    ],
    source: 'createGrant',
  },
  asymmetricEncryption: {
    usage: 'ENCRYPT_DECRYPT',
    families: ['rsa', 'sm2'],
    operations: ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GetPublicKey', ...always],
    source: 'createGrant',
  },
  signing: {
    usage: 'SIGN_VERIFY',
    families: ['rsa', 'ecc', 'mlDsa', 'sm2'],
    operations: ['Sign', 'Verify', 'GetPublicKey', ...always],
    source: 'createGrant',
  },
  keyAgreement: {
    usage: 'KEY_AGREEMENT',
    families: ['ecc', 'sm2'],
    operations: ['DeriveSharedSecret', 'GetPublicKey', ...always],
    source: 'createGrant',
  },
  hmac: {
    usage: 'GENERATE_VERIFY_MAC',
    families: ['hmac'],
    operations: ['GenerateMac', 'VerifyMac', ...always],
    source: 'createGrant',
  },
  encapsulation: {
    usage: 'ENCAPSULATE_DECAPSULATE',
    families: ['mlKem'],
    operations: ['Encapsulate', 'Decapsulate', 'GetPublicKey', ...always],
    source: 'serviceModel',
    unverified: true,
  },
} as const satisfies Record<string, GrantableRow>;

/** What a grant on a key of this spec and usage may allow. */
export function grantableOperations(keySpec: KeySpec, usage: KeyUsage): readonly GrantOperation[] {
  const family = keySpecs[keySpec].family;
  const rows = Object.values<GrantableRow>(grantableByKeyKind);
  return rows.find((row) => row.usage === usage && row.families.includes(family))?.operations ?? [];
}

export interface GrantConstraintRow extends Sourced {
  readonly matches: 'containsPairs' | 'exactPairs' | 'requestForResource';
  readonly keys: 'all' | 'symmetricEncryption';
  /** Operations of the grant that the constraint does not limit. */
  readonly ignoredBy: readonly GrantOperation[];
  readonly excludes: readonly string[];
}

/** The constraints that a grant can have. */
export const grantConstraints = {
  EncryptionContextEquals: {
    matches: 'exactPairs',
    keys: 'symmetricEncryption',
    ignoredBy: ['DescribeKey', 'RetireGrant'],
    excludes: ['EncryptionContextSubset'],
    source: 'createGrant',
  },
  EncryptionContextSubset: {
    matches: 'containsPairs',
    keys: 'symmetricEncryption',
    ignoredBy: ['DescribeKey', 'RetireGrant'],
    excludes: ['EncryptionContextEquals'],
    source: 'createGrant',
  },
  SourceArn: {
    matches: 'requestForResource',
    keys: 'all',
    ignoredBy: ['RetireGrant'],
    excludes: [],
    source: 'createGrant',
  },
} as const satisfies Record<string, GrantConstraintRow>;

/** Limits of grants. */
export const grantLimits = {
  tokensPerRequest: 10,
  tokenCharacters: 8192,
  grantIdCharacters: 128,
  nameCharacters: 256,
  constraintPairs: 8,
  constraintValueCharacters: 384,
  sourceArnCharacters: { min: 20, max: 512 },
  source: 'createGrant',
} as const;
