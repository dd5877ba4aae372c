import type { KeySpec } from '../../catalog/key-specs.ts';
import type { KeyState, KeyUsage, OperationName } from '../../catalog/types.ts';
import type { EncryptionAlgorithm, MacAlgorithm, SigningAlgorithm } from '../../keys/types.ts';
import type { ConnectionState, GrantConstraints, KeyOrigin, RotationType } from '../../world/types.ts';
import type { Input } from './inputs.ts';

/* What the operations answer. Held against the SDK's own types in `sdk.test-types.ts`. */

type Empty = Readonly<Record<never, never>>;

interface Page {
  readonly NextMarker?: string;
  readonly Truncated: boolean;
}

export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

interface MultiRegionKey {
  readonly Arn: string;
  readonly Region: string;
}

export interface KeyMetadata {
  readonly AWSAccountId: string;
  readonly KeyId: string;
  readonly Arn: string;
  readonly CreationDate: Date;
  readonly Enabled: boolean;
  readonly Description: string;
  readonly KeyUsage: KeyUsage;
  readonly KeyState: KeyState;
  readonly DeletionDate?: Date;
  readonly ValidTo?: Date;
  readonly Origin: KeyOrigin;
  readonly CustomKeyStoreId?: string;
  readonly CloudHsmClusterId?: string;
  readonly ExpirationModel?: 'KEY_MATERIAL_DOES_NOT_EXPIRE' | 'KEY_MATERIAL_EXPIRES';
  readonly KeyManager: 'AWS' | 'CUSTOMER';
  readonly CustomerMasterKeySpec?: OlderKeySpec;
  readonly KeySpec: KeySpec;
  readonly EncryptionAlgorithms?: EncryptionAlgorithm[];
  readonly SigningAlgorithms?: SigningAlgorithm[];
  readonly KeyAgreementAlgorithms?: 'ECDH'[];
  readonly EncapsulationAlgorithms?: 'ML_KEM'[];
  readonly MacAlgorithms?: MacAlgorithm[];
  readonly MultiRegion: boolean;
  readonly MultiRegionConfiguration?: {
    readonly MultiRegionKeyType: 'PRIMARY' | 'REPLICA';
    readonly PrimaryKey: MultiRegionKey;
    readonly ReplicaKeys: MultiRegionKey[];
  };
  readonly PendingDeletionWindowInDays?: number;
  readonly XksKeyConfiguration?: { readonly Id: string };
  readonly CurrentKeyMaterialId?: string;
}

/** CustomerMasterKeySpec is deprecated and has no newer specs. */
export type OlderKeySpec = NonNullable<Input<'CreateKey'>['CustomerMasterKeySpec']>;

export interface GrantEntry {
  readonly KeyId: string;
  readonly GrantId: string;
  readonly Name: string;
  readonly CreationDate: Date;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly RetiringServicePrincipal?: string;
  readonly IssuingAccount: string;
  readonly Operations: Input<'CreateGrant'>['Operations'][number][];
  readonly Constraints?: GrantConstraints;
}

export interface AliasEntry {
  readonly AliasName: string;
  readonly AliasArn: string;
  readonly TargetKeyId?: string;
  readonly CreationDate?: Date;
  readonly LastUpdatedDate?: Date;
}

export interface RotationEntry {
  readonly KeyId: string;
  readonly KeyMaterialId: string;
  readonly KeyMaterialDescription?: string;
  readonly ImportState?: 'IMPORTED' | 'PENDING_IMPORT';
  readonly KeyMaterialState:
    | 'CURRENT'
    | 'NON_CURRENT'
    | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'
    | 'PENDING_ROTATION';
  readonly ExpirationModel?: 'KEY_MATERIAL_DOES_NOT_EXPIRE' | 'KEY_MATERIAL_EXPIRES';
  readonly ValidTo?: Date;
  readonly RotationDate?: Date;
  readonly RotationType?: RotationType;
}

export interface KeyStoreEntry {
  readonly CustomKeyStoreId: string;
  readonly CustomKeyStoreName: string;
  readonly CloudHsmClusterId?: string;
  readonly TrustAnchorCertificate?: string;
  readonly ConnectionState: ConnectionState;
  readonly CreationDate: Date;
  readonly CustomKeyStoreType: 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';
  readonly XksProxyConfiguration?: {
    readonly Connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE';
    readonly AccessKeyId: string;
    readonly UriEndpoint: string;
    readonly UriPath: string;
    readonly VpcEndpointServiceName?: string;
    readonly VpcEndpointServiceOwner?: string;
  };
}

interface KeyOnly {
  readonly KeyId: string;
}

interface DataKey extends KeyOnly {
  readonly CiphertextBlob: Uint8Array;
  readonly KeyMaterialId?: string;
}

interface DataKeyPair extends KeyOnly {
  readonly PrivateKeyCiphertextBlob: Uint8Array;
  readonly PublicKey: Uint8Array;
  readonly KeyPairSpec: Input<'GenerateDataKeyPair'>['KeyPairSpec'];
  readonly KeyMaterialId?: string;
}

interface Outputs {
  CancelKeyDeletion: KeyOnly;
  CreateCustomKeyStore: { readonly CustomKeyStoreId: string };
  CreateGrant: { readonly GrantToken: string; readonly GrantId: string };
  CreateKey: { readonly KeyMetadata: KeyMetadata };
  Decapsulate: KeyOnly & { readonly SharedSecret: Uint8Array; readonly EncapsulationAlgorithm: 'ML_KEM' };
  Decrypt: KeyOnly & {
    readonly Plaintext: Uint8Array;
    readonly EncryptionAlgorithm: EncryptionAlgorithm;
    readonly KeyMaterialId?: string;
  };
  DeleteImportedKeyMaterial: KeyOnly & { readonly KeyMaterialId?: string };
  DeriveSharedSecret: KeyOnly & {
    readonly SharedSecret: Uint8Array;
    readonly KeyAgreementAlgorithm: 'ECDH';
    readonly KeyOrigin: KeyOrigin;
  };
  DescribeCustomKeyStores: Page & { readonly CustomKeyStores: KeyStoreEntry[] };
  DescribeKey: { readonly KeyMetadata: KeyMetadata };
  Encapsulate: KeyOnly & {
    readonly SharedSecret: Uint8Array;
    readonly SharedSecretCiphertextBlob: Uint8Array;
    readonly EncapsulationAlgorithm: 'ML_KEM';
  };
  Encrypt: KeyOnly & {
    readonly CiphertextBlob: Uint8Array;
    readonly EncryptionAlgorithm: EncryptionAlgorithm;
  };
  GenerateDataKey: DataKey & { readonly Plaintext: Uint8Array };
  GenerateDataKeyPair: DataKeyPair & { readonly PrivateKeyPlaintext: Uint8Array };
  GenerateDataKeyPairWithoutPlaintext: DataKeyPair;
  GenerateDataKeyWithoutPlaintext: DataKey;
  GenerateMac: KeyOnly & { readonly Mac: Uint8Array; readonly MacAlgorithm: MacAlgorithm };
  GenerateRandom: { readonly Plaintext: Uint8Array };
  GetKeyLastUsage: KeyOnly & {
    readonly KeyLastUsage: {
      readonly Operation?: UsageOperation;
      readonly Timestamp?: Date;
      readonly CloudTrailEventId?: string;
      readonly KmsRequestId?: string;
    };
    readonly TrackingStartDate: Date;
    readonly KeyCreationDate: Date;
  };
  GetKeyPolicy: { readonly Policy: string; readonly PolicyName: string };
  GetKeyRotationStatus: KeyOnly & {
    readonly KeyRotationEnabled: boolean;
    readonly RotationPeriodInDays?: number;
    readonly NextRotationDate?: Date;
  };
  GetParametersForImport: KeyOnly & {
    readonly ImportToken: Uint8Array;
    readonly PublicKey: Uint8Array;
    readonly ParametersValidTo: Date;
  };
  GetPublicKey: KeyOnly & {
    readonly PublicKey: Uint8Array;
    readonly CustomerMasterKeySpec?: OlderKeySpec;
    readonly KeySpec: KeySpec;
    readonly KeyUsage: KeyUsage;
    readonly EncryptionAlgorithms?: EncryptionAlgorithm[];
    readonly SigningAlgorithms?: SigningAlgorithm[];
    readonly KeyAgreementAlgorithms?: 'ECDH'[];
    readonly EncapsulationAlgorithms?: 'ML_KEM'[];
  };
  ImportKeyMaterial: KeyOnly & { readonly KeyMaterialId?: string };
  ListAliases: Page & { readonly Aliases: AliasEntry[] };
  ListGrants: Page & { readonly Grants: GrantEntry[] };
  ListKeyPolicies: Page & { readonly PolicyNames: string[] };
  ListKeyRotations: Page & { readonly Rotations: RotationEntry[] };
  ListKeys: Page & { readonly Keys: { readonly KeyId: string; readonly KeyArn: string }[] };
  ListResourceTags: Page & { readonly Tags: Tag[] };
  ListRetirableGrants: Page & { readonly Grants: GrantEntry[] };
  ReEncrypt: KeyOnly & {
    readonly CiphertextBlob: Uint8Array;
    readonly SourceKeyId: string;
    readonly SourceEncryptionAlgorithm: EncryptionAlgorithm;
    readonly DestinationEncryptionAlgorithm: EncryptionAlgorithm;
    readonly SourceKeyMaterialId?: string;
    readonly DestinationKeyMaterialId?: string;
  };
  ReplicateKey: {
    readonly ReplicaKeyMetadata: KeyMetadata;
    readonly ReplicaPolicy: string;
    readonly ReplicaTags: Tag[];
  };
  RotateKeyOnDemand: KeyOnly;
  ScheduleKeyDeletion: KeyOnly & {
    readonly DeletionDate?: Date;
    readonly KeyState: KeyState;
    readonly PendingWindowInDays: number;
  };
  Sign: KeyOnly & { readonly Signature: Uint8Array; readonly SigningAlgorithm: SigningAlgorithm };
  Verify: KeyOnly & { readonly SignatureValid: true; readonly SigningAlgorithm: SigningAlgorithm };
  VerifyMac: KeyOnly & { readonly MacValid: true; readonly MacAlgorithm: MacAlgorithm };
}

/** Operations that count as use of a key. */
export type UsageOperation =
  | 'Decapsulate'
  | 'Decrypt'
  | 'DeriveSharedSecret'
  | 'Encapsulate'
  | 'Encrypt'
  | 'GenerateDataKey'
  | 'GenerateDataKeyPair'
  | 'GenerateDataKeyPairWithoutPlaintext'
  | 'GenerateDataKeyWithoutPlaintext'
  | 'GenerateMac'
  | 'ReEncrypt'
  | 'Sign'
  | 'Verify'
  | 'VerifyMac';

/** What an operation answers when it succeeds. */
export type Output<Op extends OperationName> = Op extends keyof Outputs ? Outputs[Op] : Empty;
