import type { GrantOperation } from '../catalog/grants.ts';
import type { KeySpec } from '../catalog/key-specs.ts';
import type { KeyState, KeyUsage, OperationName } from '../catalog/types.ts';
import type { ImportParameters, KeyMaterial } from '../keys/types.ts';

/*
 * What a world consists of: plain records that never change, only replace each other. Times are milliseconds since
 * 1970, so that a world is JSON as it stands.
 */

/** A policy's text, as it was written. */
export interface NamedPolicy {
  readonly name: string;
  readonly text: string;
}

/** A user or a role of an account, with what is attached to it. */
export interface IdentityRecord {
  readonly arn: string;
  readonly policies: readonly NamedPolicy[];
  readonly permissionsBoundary: NamedPolicy | null;
  readonly tags: Readonly<Record<string, string>>;
  /** A role: who may assume it. Absent: whoever IAM policies let. */
  readonly trustPolicy?: string;
}

/** A level of an organization, from its root down to the account. */
export interface PolicyLevel {
  readonly name: string;
  readonly policies: readonly NamedPolicy[];
}

export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  readonly identities: readonly IdentityRecord[];
  readonly scps: readonly PolicyLevel[];
  readonly rcps: readonly PolicyLevel[];
  readonly organizationId: string | null;
  readonly isManagementAccount: boolean;
  /** AWSServiceRoleForKeyManagementServiceMultiRegionKeys exists: the first multi-Region key makes it. */
  readonly hasMultiRegionRole: boolean;
}

export type KeyOrigin = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';

export type RotationType = 'AUTOMATIC' | 'ON_DEMAND';

/** One key material that belongs to a key for good, or waits for its rotation. */
export interface MaterialRecord {
  readonly keyMaterialId: string;
  /** Null: imported, so that each Region has, or lacks, its own copy (`KeyRecord.imported`). */
  readonly material: KeyMaterial | null;
  /** DER, base64; it stays when an imported private key goes. Null: there is none. */
  readonly publicKey: string | null;
  readonly description: string | null;
  /** Null: the first, or one that has not been rotated to yet. */
  readonly rotation: { readonly at: number; readonly type: RotationType } | null;
}

/**
 * What related multi-Region keys share. A single-Region key has one of its own: so rotation and material are looked
 * after in one place.
 */
export interface KeyCore {
  /** `account/key-id`. */
  readonly id: string;
  readonly account: string;
  readonly keyId: string;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsage;
  readonly origin: KeyOrigin;
  readonly multiRegion: boolean;
  readonly primaryRegion: string;
  /** Where the related keys are, the primary among them. */
  readonly regions: readonly string[];
  /** In the order of their coming. Empty: made when first needed, or never imported. */
  readonly materials: readonly MaterialRecord[];
  /** The one that encrypts. */
  readonly currentMaterialId: string | null;
  /** Imported, and current at the next rotation. */
  readonly pendingMaterialId: string | null;
  readonly rotation: { readonly periodInDays: number; readonly nextAt: number } | null;
  readonly onDemandRotations: number;
  readonly customKeyStoreId: string | null;
  readonly xksKeyId: string | null;
}

/** Imported key material as one Region has it. */
export interface ImportedMaterial {
  readonly material: KeyMaterial;
  /** Null: does not expire. */
  readonly expiresAt: number | null;
}

/** A KMS key in its Region. */
export interface KeyRecord {
  readonly arn: string;
  readonly coreId: string;
  readonly account: string;
  readonly region: string;
  readonly manager: 'CUSTOMER' | 'AWS';
  readonly createdAt: number;
  readonly policy: string;
  readonly description: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** Unavailable is not kept here: it follows from the state of the key store. */
  readonly state: Exclude<KeyState, 'Unavailable'>;
  /** While Creating or Updating: what comes after, and when. */
  readonly settles: { readonly at: number; readonly state: KeyRecord['state'] } | null;
  /** `at` is null while replicas are still there (PendingReplicaDeletion). */
  readonly deletion: { readonly windowInDays: number; readonly at: number | null } | null;
  readonly imported: Readonly<Record<string, ImportedMaterial>>;
}

export interface AliasRecord {
  readonly arn: string;
  /** `alias/…`. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface GrantConstraints {
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  readonly SourceArn?: string;
}

export interface GrantRecord {
  readonly grantId: string;
  readonly keyArn: string;
  readonly name: string | null;
  readonly createdAt: number;
  readonly granteePrincipal: string | null;
  readonly granteeServicePrincipal: string | null;
  readonly retiringPrincipal: string | null;
  readonly retiringServicePrincipal: string | null;
  readonly issuingAccount: string;
  readonly operations: readonly GrantOperation[];
  readonly constraints: GrantConstraints | null;
}

export type ConnectionState = 'CONNECTED' | 'CONNECTING' | 'DISCONNECTED' | 'DISCONNECTING' | 'FAILED';

export interface ExternalProxy {
  readonly connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE';
  readonly uriEndpoint: string;
  readonly uriPath: string;
  readonly accessKeyId: string;
  readonly vpcEndpointServiceName: string | null;
  readonly vpcEndpointServiceOwner: string | null;
}

/** A custom key store: a record and a connection state. There is no HSM and no proxy behind it. */
export interface KeyStoreRecord {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly type: 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';
  readonly createdAt: number;
  readonly state: ConnectionState;
  readonly settles: { readonly at: number; readonly state: ConnectionState } | null;
  readonly cloudHsmClusterId: string | null;
  readonly trustAnchorCertificate: string | null;
  readonly proxy: ExternalProxy | null;
}

/** The last successful cryptographic operation with a key. */
export interface UsageRecord {
  readonly keyArn: string;
  readonly operation: OperationName;
  readonly at: number;
  readonly eventId: string;
  readonly requestId: string;
}

/** What GetParametersForImport gave out. */
export interface ImportRecord {
  /** The import token, base64. */
  readonly token: string;
  readonly keyArn: string;
  readonly parameters: ImportParameters;
  readonly validTo: number;
}

/** What a client signs its requests with, and as whom it then calls. */
export interface AccessKeyRecord {
  /** `AKIA…`, or `ASIA…` for a session. */
  readonly id: string;
  /** ARN of the identity, or of the session. */
  readonly principal: string;
  /** Null: signatures made with it are not checked. */
  readonly secret: string | null;
  /** Of a session; requests must carry it. */
  readonly sessionToken: string | null;
  readonly expiresAt: number | null;
}

/** The tables of a world, by what they hold. */
export interface Tables {
  readonly accounts: AccountRecord;
  readonly cores: KeyCore;
  readonly keys: KeyRecord;
  readonly aliases: AliasRecord;
  readonly grants: GrantRecord;
  readonly keyStores: KeyStoreRecord;
  readonly usages: UsageRecord;
  readonly imports: ImportRecord;
  readonly accessKeys: AccessKeyRecord;
}

export type TableName = keyof Tables;

/** What is true of the world as a whole. */
export interface WorldSettings {
  readonly seed: string;
  readonly now: number;
  /** Where a caller calls that names no Region. */
  readonly region: string;
  /** Regions that are enabled in every account. */
  readonly regions: readonly string[];
  /** How long a new grant counts only for requests that carry its token. */
  readonly grantDelaySeconds: number;
  /** Calls beyond the request quotas are throttled. */
  readonly requestQuotas?: boolean;
  /** Calls and events so far: each has its own stream of randomness. */
  readonly turn: number;
}
