import { dataKeyPairSpecs } from './algorithms.ts';

/** What the value of a request member must be. Lengths are in characters, or in bytes for a blob. */
export type Shape =
  | {
      readonly type: 'string';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: RegExp;
      readonly sensitive?: true;
    }
  | {
      readonly type: 'enum';
      readonly values: readonly string[];
      /** What the service lists in its message, where that is something else. */
      readonly listed?: readonly string[];
    }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | {
      readonly type: 'blob';
      readonly min: number;
      readonly max: number;
      /** Messages do not even say that it is null. */
      readonly sensitive?: true;
    }
  | { readonly type: 'timestamp' }
  /** Names and values are strings of any length. */
  | { readonly type: 'map' }
  | { readonly type: 'list'; readonly of: Shape; readonly max?: number }
  | {
      readonly type: 'structure';
      readonly members: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
    };

const boolean = { type: 'boolean' } as const;
const map = { type: 'map' } as const;
const text = <Max extends number>(max: Max, min = 1) => ({ type: 'string', min, max }) as const;
const blob = (max: number) => ({ type: 'blob', min: 1, max }) as const;
const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  ({ type: 'enum', values }) as const;

const keyId = { ...text(2048), pattern: /^\p{ASCII}+$/u } as const;
const ciphertext = blob(6144);
const principal = { ...text(256), pattern: /^[\w+=,.@:/-]+$/ } as const;
const servicePrincipal = {
  ...text(128),
  pattern: /^([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)(\.[A-Za-z0-9-]+)+$/,
} as const;
const region = { ...text(32), pattern: /^([a-z]+-){2,3}\d+$/ } as const;
const keyStoreName = text(256);
const tagKey = text(128);

const encryptionAlgorithm = oneOf('RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE', 'SYMMETRIC_DEFAULT');
const olderKeySpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
] as const;
/** In the order of messages, as recorded in 2026; the ML-KEM specs, which came later, are put at the end. */
const keySpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
] as const;
const grantOperation = oneOf(
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'Sign',
  'Verify',
  'GetPublicKey',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
  'Encapsulate',
  'Decapsulate',
);

/**
 * The request members by name, for every operation that has them: types and limits of the service model (botocore
 * 1.43.107; ML-KEM after the JavaScript SDK 3.1164). The order of enum values in messages is measured for encryption,
 * MAC and signing algorithms, `KeySpec` and `MessageType`; elsewhere it is the model's and unverified.
 */
export const memberShapes = {
  AliasName: { ...text(256), pattern: /^[a-zA-Z0-9:/_-]+$/ },
  BypassPolicyLockoutSafetyCheck: boolean,
  CiphertextBlob: ciphertext,
  CloudHsmClusterId: { ...text(24, 19), pattern: /^cluster-[2-7a-zA-Z]{11,16}$/ },
  Constraints: {
    type: 'structure',
    members: {
      EncryptionContextSubset: map,
      EncryptionContextEquals: map,
      SourceArn: { ...text(512, 20), pattern: /^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$/ },
    },
    required: [],
  },
  CustomKeyStoreId: text(64),
  CustomKeyStoreName: keyStoreName,
  CustomKeyStoreType: oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
  CustomerMasterKeySpec: oneOf(...olderKeySpecs),
  Description: text(8192, 0),
  DestinationEncryptionAlgorithm: encryptionAlgorithm,
  DestinationEncryptionContext: map,
  DestinationKeyId: keyId,
  DryRun: boolean,
  DryRunModifiers: { type: 'list', of: oneOf('IGNORE_CIPHERTEXT') },
  EncapsulationAlgorithm: oneOf('ML_KEM'),
  EncryptedKeyMaterial: ciphertext,
  EncryptionAlgorithm: encryptionAlgorithm,
  EncryptionContext: map,
  ExpirationModel: oneOf('KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'),
  GrantId: text(128),
  GrantToken: text(8192),
  GrantTokens: { type: 'list', of: text(8192), max: 10 },
  GranteePrincipal: principal,
  GranteeServicePrincipal: servicePrincipal,
  ImportToken: ciphertext,
  ImportType: oneOf('NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'),
  IncludeKeyMaterial: oneOf('ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'),
  KeyAgreementAlgorithm: oneOf('ECDH'),
  KeyId: keyId,
  KeyMaterialDescription: { ...text(256, 0), pattern: /^[a-zA-Z0-9:/_\s.-]+$/ },
  KeyMaterialId: { ...text(64, 64), pattern: /^[a-f0-9]+$/ },
  KeyPairSpec: oneOf(...dataKeyPairSpecs),
  KeySpec: oneOf(...keySpecs),
  KeyStorePassword: { ...text(32, 7), sensitive: true },
  KeyUsage: oneOf(
    'SIGN_VERIFY',
    'ENCRYPT_DECRYPT',
    'GENERATE_VERIFY_MAC',
    'KEY_AGREEMENT',
    'ENCAPSULATE_DECAPSULATE',
  ),
  Limit: { type: 'integer', min: 1, max: 1000 },
  Mac: ciphertext,
  MacAlgorithm: oneOf('HMAC_SHA_384', 'HMAC_SHA_256', 'HMAC_SHA_224', 'HMAC_SHA_512'),
  Marker: { ...text(1024), pattern: /^[ -\u00ff]*$/ },
  Message: { ...blob(4096), sensitive: true },
  MessageType: oneOf('RAW', 'DIGEST', 'EXTERNAL_MU'),
  MultiRegion: boolean,
  Name: { ...text(256), pattern: /^[a-zA-Z0-9:/_-]+$/ },
  NewCustomKeyStoreName: keyStoreName,
  NumberOfBytes: { type: 'integer', min: 1, max: 1024 },
  Operations: { type: 'list', of: grantOperation },
  Origin: oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
  PendingWindowInDays: { type: 'integer', min: 1, max: 365 },
  Plaintext: { ...blob(4096), sensitive: true },
  Policy: { ...text(131_072), pattern: /^[\t\n\r -\u00ff]+$/ },
  PolicyName: { ...text(128), pattern: /^\w+$/ },
  PrimaryRegion: region,
  PublicKey: blob(8192),
  Recipient: {
    type: 'structure',
    members: { KeyEncryptionAlgorithm: oneOf('RSAES_OAEP_SHA_256'), AttestationDocument: blob(262_144) },
    required: [],
  },
  ReplicaRegion: region,
  RetiringPrincipal: principal,
  RetiringServicePrincipal: servicePrincipal,
  RotationPeriodInDays: { type: 'integer', min: 90, max: 2560 },
  SharedSecretCiphertextBlob: ciphertext,
  Signature: ciphertext,
  SigningAlgorithm: oneOf(
    'RSASSA_PSS_SHA_256',
    'RSASSA_PSS_SHA_384',
    'RSASSA_PSS_SHA_512',
    'RSASSA_PKCS1_V1_5_SHA_256',
    'RSASSA_PKCS1_V1_5_SHA_384',
    'RSASSA_PKCS1_V1_5_SHA_512',
    'ECDSA_SHA_256',
    'ECDSA_SHA_384',
    'ECDSA_SHA_512',
    'ED25519_SHA_512',
    'ED25519_PH_SHA_512',
    'SM2DSA',
    'ML_DSA_SHAKE_256',
  ),
  SourceEncryptionAlgorithm: encryptionAlgorithm,
  SourceEncryptionContext: map,
  SourceKeyId: keyId,
  TagKeys: { type: 'list', of: tagKey },
  Tags: {
    type: 'list',
    of: {
      type: 'structure',
      members: { TagKey: tagKey, TagValue: text(256, 0) },
      required: ['TagKey', 'TagValue'],
    },
  },
  TargetKeyId: keyId,
  TrustAnchorCertificate: text(5000),
  ValidTo: { type: 'timestamp' },
  WrappingAlgorithm: oneOf(
    'RSAES_PKCS1_V1_5',
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSA_AES_KEY_WRAP_SHA_1',
    'RSA_AES_KEY_WRAP_SHA_256',
    'SM2PKE',
  ),
  WrappingKeySpec: oneOf('RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'),
  XksKeyId: { ...text(128), pattern: /^[a-zA-Z0-9-_.]+$/ },
  XksProxyAuthenticationCredential: {
    type: 'structure',
    members: {
      AccessKeyId: { ...text(30, 20), pattern: /^[A-Z2-7]+$/, sensitive: true },
      RawSecretAccessKey: { ...text(64, 43), pattern: /^[a-zA-Z0-9/+=]+$/, sensitive: true },
    },
    required: ['AccessKeyId', 'RawSecretAccessKey'],
  },
  XksProxyConnectivity: oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'),
  XksProxyUriEndpoint: { ...text(128, 10), pattern: /^https:\/\/[a-zA-Z0-9.-]+$/ },
  XksProxyUriPath: {
    ...text(128, 10),
    pattern: /^(\/[a-zA-Z0-9/_-]+\/kms\/xks\/v\d{1,2})$|^(\/kms\/xks\/v\d{1,2})$/,
  },
  XksProxyVpcEndpointServiceName: {
    ...text(64, 20),
    pattern: /^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$/,
  },
  XksProxyVpcEndpointServiceOwner: { ...text(12, 12), pattern: /^[0-9]{12}$/ },
} as const satisfies Record<string, Shape>;

/** Recorded: the message lists the specs of KMS keys, of which none is taken. */
const dataKeySpec = {
  KeySpec: { ...oneOf('AES_256', 'AES_128'), listed: keySpecs },
} as const;

/** Members that mean something else in one operation than in the others. */
export const shapesOfOperation = {
  GenerateDataKey: dataKeySpec,
  GenerateDataKeyWithoutPlaintext: dataKeySpec,
} as const;

interface PageLimit {
  readonly max: number;
  readonly byDefault: number;
}

const longPage = { max: 1000, byDefault: 100 } as const;
const shortPage = { max: 100, byDefault: 50 } as const;

/** How many entries a page may have. The service model says 1,000 for all of them. */
export const pageLimits = {
  DescribeCustomKeyStores: longPage,
  ListAliases: shortPage,
  ListGrants: shortPage,
  ListKeyPolicies: longPage,
  ListKeyRotations: longPage,
  ListKeys: longPage,
  ListResourceTags: { max: 50, byDefault: 50 },
  ListRetirableGrants: shortPage,
} as const satisfies Record<string, PageLimit>;
