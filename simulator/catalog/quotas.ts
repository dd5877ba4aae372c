import type { OperationName, Sourced } from './types.ts';

/** Requests per second to the operations that share one quota, for each account and Region. */
export interface RequestQuota extends Sourced {
  readonly operations: readonly OperationName[];
  readonly perSecond: number;
  readonly shared: boolean;
  readonly adjustable: boolean;
}

const source = 'requestQuotas';
const shared = { shared: true, adjustable: true, source } as const;
const each = { shared: false, adjustable: true, source } as const;

/** The shared quota of symmetric and HMAC cryptographic operations by Region; others: `default`. */
export const symmetricQuotaByRegion = {
  'us-east-1': 100_000,
  'us-west-2': 100_000,
  'eu-west-1': 100_000,
  'us-east-2': 20_000,
  'ap-southeast-1': 20_000,
  'ap-southeast-2': 20_000,
  'ap-northeast-1': 20_000,
  'eu-central-1': 20_000,
  'eu-west-2': 20_000,
  default: 10_000,
} as const;

/** The request quotas. That of ML-KEM operations is not known. */
export const requestQuotas = {
  /** `perSecond` is the default: see `symmetricQuotaByRegion`. */
  symmetric: {
    ...shared,
    operations: [
      'Decrypt',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'GenerateRandom',
      'ReEncrypt',
      'VerifyMac',
    ],
    perSecond: symmetricQuotaByRegion.default,
  },
  rsa: { ...shared, operations: ['Decrypt', 'Encrypt', 'ReEncrypt', 'Sign', 'Verify'], perSecond: 1000 },
  mlDsa: { ...shared, operations: ['Sign', 'Verify'], perSecond: 1000 },
  eccAndSm2: {
    ...shared,
    operations: ['Sign', 'Verify', 'DeriveSharedSecret', 'Encrypt', 'Decrypt', 'ReEncrypt'],
    perSecond: 1000,
  },
  describe: { ...each, operations: ['DescribeKey', 'GetPublicKey', 'ListResourceTags'], perSecond: 2000 },
  policyAndRotationStatus: { ...each, operations: ['GetKeyPolicy', 'GetKeyRotationStatus'], perSecond: 1000 },
  listKeysAndAliases: { ...each, operations: ['ListAliases', 'ListKeys'], perSecond: 500 },
  lists: {
    ...each,
    operations: ['ListGrants', 'ListKeyPolicies', 'ListKeyRotations', 'ListRetirableGrants'],
    perSecond: 100,
  },
  grants: { ...each, operations: ['CreateGrant', 'RetireGrant', 'RevokeGrant'], perSecond: 50 },
  changes: {
    ...each,
    operations: [
      'DeleteAlias',
      'DeleteImportedKeyMaterial',
      'EnableKeyRotation',
      'ImportKeyMaterial',
      'PutKeyPolicy',
      'ScheduleKeyDeletion',
    ],
    perSecond: 15,
  },
  tagging: { ...each, operations: ['TagResource'], perSecond: 10 },
  rareChanges: {
    ...each,
    operations: [
      'CancelKeyDeletion',
      'ConnectCustomKeyStore',
      'CreateAlias',
      'CreateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisableKey',
      'DisableKeyRotation',
      'DisconnectCustomKeyStore',
      'EnableKey',
      'GetKeyLastUsage',
      'ReplicateKey',
      'RotateKeyOnDemand',
      'UntagResource',
      'UpdateAlias',
      'UpdateCustomKeyStore',
      'UpdateKeyDescription',
      'UpdatePrimaryRegion',
    ],
    perSecond: 5,
  },
  importParameters: { ...each, operations: ['GetParametersForImport'], perSecond: 1 },
} as const satisfies Record<string, RequestQuota>;

/** GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext, by KeyPairSpec. */
export const dataKeyPairQuotas = {
  ECC_NIST_P256: 100,
  ECC_NIST_P384: 100,
  ECC_NIST_P521: 100,
  ECC_SECG_P256K1: 100,
  ECC_NIST_EDWARDS25519: 100,
  RSA_2048: 20,
  RSA_3072: 4,
  RSA_4096: 1,
  SM2: 25,
} as const;

/** For each custom key store; not adjustable. */
export const customKeyStoreQuota = 1800;

export interface ResourceQuota extends Sourced {
  readonly limit: number;
  readonly unit: 'bytes' | 'count' | 'days';
  readonly adjustable: boolean;
}

/** What an account can have in a Region, or a key can have. Exceeded: LimitExceededException. */
export const resourceQuotas = {
  customerManagedKeys: { limit: 100_000, unit: 'count', adjustable: true, source: 'resourceQuotas' },
  aliasesPerKey: { limit: 50, unit: 'count', adjustable: true, source: 'resourceQuotas' },
  grantsPerKey: { limit: 50_000, unit: 'count', adjustable: true, source: 'resourceQuotas' },
  customKeyStores: { limit: 10, unit: 'count', adjustable: true, source: 'resourceQuotas' },
  onDemandRotationsPerKey: { limit: 25, unit: 'count', adjustable: false, source: 'resourceQuotas' },
  keyPolicySize: { limit: 32_768, unit: 'bytes', adjustable: false, source: 'keyPolicies' },
} as const satisfies Record<string, ResourceQuota>;
