import type { KeyUsage, OperationName, Sourced } from './types.ts';

export interface KeyUsageRow extends Sourced {
  /** Operations that need a key of this usage. Those that make data keys need a symmetric one besides. */
  readonly operations: readonly OperationName[];
  /** The member of KeyMetadata that lists the key's algorithms. */
  readonly metadataMember: string;
}

/** The key usages: what a key is for, one for each key. */
export const keyUsages = {
  ENCRYPT_DECRYPT: {
    operations: [
      'Encrypt',
      'Decrypt',
      'ReEncrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ],
    metadataMember: 'EncryptionAlgorithms',
    source: 'keySpecs',
  },
  SIGN_VERIFY: { operations: ['Sign', 'Verify'], metadataMember: 'SigningAlgorithms', source: 'keySpecs' },
  GENERATE_VERIFY_MAC: {
    operations: ['GenerateMac', 'VerifyMac'],
    metadataMember: 'MacAlgorithms',
    source: 'keySpecs',
  },
  KEY_AGREEMENT: {
    operations: ['DeriveSharedSecret'],
    metadataMember: 'KeyAgreementAlgorithms',
    source: 'keySpecs',
  },
  ENCAPSULATE_DECAPSULATE: {
    operations: ['Encapsulate', 'Decapsulate'],
    metadataMember: 'EncapsulationAlgorithms',
    source: 'keySpecs',
  },
} as const satisfies Record<KeyUsage, KeyUsageRow>;

/** Of the ENCRYPT_DECRYPT operations, those that only a symmetric encryption key can do. */
export const symmetricOnlyOperations = [
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
] as const satisfies readonly OperationName[];
