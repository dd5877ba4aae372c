/*
 * One row for each IAM action of KMS: what a decision about it depends on. Actions are what policies
 * name; most are also API operations, but ReEncrypt asks for two of them.
 * Sources: Service Authorization Reference for AWS KMS (2026-09-26), KMS Developer Guide "AWS KMS
 * permissions", client-kms 3.1164 (grant operations); checked 2026-11-23.
 */

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

export interface ActionRow {
  readonly level: AccessLevel;
  /**
   * What a policy's Resource is held against. `account`: only `*`, only IAM policies count.
   * `alias`: the alias, and the key behind it.
   */
  readonly resource: 'key' | 'alias' | 'account';
  /** Whether a caller of another account can be allowed at all. */
  readonly crossAccount: boolean;
  /** Whether a grant may contain it. */
  readonly grantable: boolean;
  /** Whether KeyId may be an alias; `kms:RequestAlias` is then known. */
  readonly byAlias: boolean;
  /** Whether the request carries an encryption context (with a symmetric key). */
  readonly encryptionContext: boolean;
}

const account = (level: AccessLevel): ActionRow => ({
  level,
  resource: 'account',
  crossAccount: false,
  grantable: false,
  byAlias: false,
  encryptionContext: false,
});
const management = (level: AccessLevel, crossAccount = false): ActionRow => ({
  ...account(level),
  resource: 'key',
  crossAccount,
});
const alias: ActionRow = { ...account('Write'), resource: 'alias' };
const cryptographic: ActionRow = {
  ...management('Write', true),
  grantable: true,
  byAlias: true,
};
const withContext: ActionRow = { ...cryptographic, encryptionContext: true };

export const actions = {
  CancelKeyDeletion: management('Write'),
  ConnectCustomKeyStore: account('Write'),
  CreateAlias: alias,
  CreateCustomKeyStore: account('Write'),
  CreateGrant: { ...management('Permissions management', true), grantable: true, encryptionContext: true },
  CreateKey: account('Write'),
  Decapsulate: cryptographic,
  Decrypt: withContext,
  DeleteAlias: alias,
  DeleteCustomKeyStore: account('Write'),
  DeleteImportedKeyMaterial: management('Write'),
  DeriveSharedSecret: cryptographic,
  DescribeCustomKeyStores: account('Read'),
  DescribeKey: { ...management('Read', true), grantable: true, byAlias: true },
  DisableKey: management('Write'),
  DisableKeyRotation: management('Write'),
  DisconnectCustomKeyStore: account('Write'),
  EnableKey: management('Write'),
  EnableKeyRotation: management('Write'),
  Encapsulate: cryptographic,
  Encrypt: withContext,
  GenerateDataKey: withContext,
  GenerateDataKeyPair: withContext,
  GenerateDataKeyPairWithoutPlaintext: withContext,
  GenerateDataKeyWithoutPlaintext: withContext,
  GenerateMac: cryptographic,
  GenerateRandom: account('Write'),
  GetKeyLastUsage: management('Read'),
  GetKeyPolicy: management('Read'),
  GetKeyRotationStatus: management('Read', true),
  GetParametersForImport: management('Read'),
  GetPublicKey: { ...management('Read', true), grantable: true, byAlias: true },
  ImportKeyMaterial: management('Write'),
  ListAliases: account('List'),
  ListGrants: management('List', true),
  ListKeyPolicies: management('List'),
  ListKeyRotations: management('List'),
  ListKeys: account('List'),
  ListResourceTags: management('List'),
  ListRetirableGrants: account('List'),
  PutKeyPolicy: management('Permissions management'),
  ReEncryptFrom: withContext,
  ReEncryptTo: withContext,
  ReplicateKey: management('Write'),
  RetireGrant: { ...management('Permissions management', true), grantable: true },
  RevokeGrant: management('Permissions management', true),
  RotateKeyOnDemand: management('Write'),
  ScheduleKeyDeletion: management('Write'),
  Sign: cryptographic,
  SynchronizeMultiRegionKey: management('Write'),
  TagResource: management('Tagging'),
  UntagResource: management('Tagging'),
  UpdateAlias: alias,
  UpdateCustomKeyStore: account('Write'),
  UpdateKeyDescription: management('Write'),
  UpdatePrimaryRegion: management('Write'),
  Verify: cryptographic,
  VerifyMac: cryptographic,
} as const satisfies Readonly<Record<string, ActionRow>>;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as readonly ActionName[];
