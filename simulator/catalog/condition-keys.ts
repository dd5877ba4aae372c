import { hasKeyResource, operationNames, operations } from './operations.ts';
import type { ConditionKeyOperations, KmsConditionKey, OperationName } from './types.ts';

const source = 'conditionKeys';
const common = { multivalued: false, policies: 'keyAndIam', source } as const;

const withEncryptionContext = [
  'Encrypt',
  'Decrypt',
  'ReEncrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
] as const;
const withContextOrConstraint = [...withEncryptionContext, 'CreateGrant', 'RetireGrant'] as const;
const withAttestation = [
  'Decrypt',
  'DeriveSharedSecret',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateRandom',
] as const;
const withAlias = [
  ...withEncryptionContext,
  'GenerateMac',
  'VerifyMac',
  'Sign',
  'Verify',
  'DeriveSharedSecret',
  'DescribeKey',
  'GetPublicKey',
] as const;

/** Every `kms:` condition key. What each is for, in words: `condition-key-descriptions.ts`. */
export const conditionKeys = {
  'kms:BypassPolicyLockoutSafetyCheck': {
    ...common,
    type: 'Bool',
    operations: ['CreateKey', 'PutKeyPolicy'],
    from: 'request',
    absentWhenNotSent: true,
  },
  'kms:CallerAccount': {
    ...common,
    type: 'String',
    operations: 'keysCreateKeyAndKeyStores',
    from: 'derived',
  },
  'kms:CustomerMasterKeySpec': {
    ...common,
    type: 'String',
    operations: 'keysAndCreateKey',
    from: 'resource',
    deprecatedFor: 'kms:KeySpec',
  },
  'kms:CustomerMasterKeyUsage': {
    ...common,
    type: 'String',
    operations: 'keysAndCreateKey',
    from: 'resource',
    deprecatedFor: 'kms:KeyUsage',
  },
  'kms:DataKeyPairSpec': {
    ...common,
    type: 'String',
    operations: ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'],
    from: 'request',
  },
  'kms:EncryptionAlgorithm': {
    ...common,
    type: 'String',
    operations: withEncryptionContext,
    from: 'request',
    values: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
  },
  'kms:EncryptionContext:': {
    ...common,
    type: 'String',
    operations: withContextOrConstraint,
    from: 'request',
    suffixed: true,
  },
  'kms:EncryptionContextKeys': {
    ...common,
    type: 'ArrayOfString',
    multivalued: true,
    operations: withContextOrConstraint,
    from: 'request',
  },
  'kms:ExpirationModel': {
    ...common,
    type: 'String',
    operations: ['ImportKeyMaterial'],
    from: 'request',
    absentWhenNotSent: true,
    values: ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
  },
  'kms:GrantConstraintSourceArn': {
    ...common,
    type: 'ARN',
    operations: ['CreateGrant'],
    from: 'request',
    since: '2026',
  },
  'kms:GrantConstraintType': {
    ...common,
    type: 'String',
    operations: ['CreateGrant', 'RetireGrant'],
    from: 'request',
    values: ['EncryptionContextEquals', 'EncryptionContextSubset'],
  },
  'kms:GranteePrincipal': { ...common, type: 'String', operations: ['CreateGrant'], from: 'request' },
  'kms:GranteeServicePrincipal': {
    ...common,
    type: 'String',
    operations: ['CreateGrant'],
    from: 'request',
    since: '2026',
  },
  'kms:GrantIsForAWSResource': {
    ...common,
    type: 'Bool',
    operations: ['CreateGrant', 'ListGrants', 'RevokeGrant'],
    from: 'derived',
  },
  'kms:GrantOperations': {
    ...common,
    type: 'ArrayOfString',
    multivalued: true,
    operations: ['CreateGrant'],
    from: 'request',
  },
  'kms:KeyAgreementAlgorithm': {
    ...common,
    type: 'String',
    operations: ['DeriveSharedSecret'],
    from: 'request',
    values: ['ECDH'],
  },
  'kms:KeyOrigin': {
    ...common,
    type: 'String',
    operations: 'keysAndCreateKey',
    from: 'resource',
    values: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
  },
  'kms:KeySpec': { ...common, type: 'String', operations: 'keysAndCreateKey', from: 'resource' },
  'kms:KeyUsage': { ...common, type: 'String', operations: 'keysAndCreateKey', from: 'resource' },
  'kms:MacAlgorithm': {
    ...common,
    type: 'String',
    operations: ['GenerateMac', 'VerifyMac'],
    from: 'request',
  },
  'kms:MessageType': {
    ...common,
    type: 'String',
    operations: ['Sign', 'Verify'],
    from: 'request',
    values: ['RAW', 'DIGEST', 'EXTERNAL_MU'],
  },
  'kms:MultiRegion': { ...common, type: 'Bool', operations: 'keysAndCreateKey', from: 'resource' },
  'kms:MultiRegionKeyType': {
    ...common,
    type: 'String',
    operations: 'keysAndCreateKey',
    from: 'resource',
    values: ['PRIMARY', 'REPLICA'],
  },
  'kms:PrimaryRegion': { ...common, type: 'String', operations: ['UpdatePrimaryRegion'], from: 'request' },
  'kms:ReEncryptOnSameKey': { ...common, type: 'Bool', operations: ['ReEncrypt'], from: 'derived' },
  'kms:RecipientAttestation:ImageSha384': {
    ...common,
    type: 'String',
    operations: withAttestation,
    from: 'request',
  },
  'kms:RecipientAttestation:PCR': {
    ...common,
    type: 'String',
    operations: withAttestation,
    from: 'request',
    suffixed: true,
  },
  'kms:RecipientAttestation:NitroTPMPCR': {
    ...common,
    type: 'String',
    operations: withAttestation,
    from: 'request',
    suffixed: true,
  },
  'kms:ReplicaRegion': { ...common, type: 'String', operations: ['ReplicateKey'], from: 'request' },
  'kms:RequestAlias': {
    ...common,
    type: 'String',
    operations: withAlias,
    unverifiedOperations: ['Decapsulate', 'Encapsulate'],
    from: 'request',
  },
  'kms:ResourceAliases': {
    ...common,
    type: 'ArrayOfString',
    multivalued: true,
    operations: 'keys',
    policies: 'iam',
    from: 'resource',
  },
  'kms:RetiringPrincipal': { ...common, type: 'String', operations: ['CreateGrant'], from: 'request' },
  'kms:RetiringServicePrincipal': {
    ...common,
    type: 'String',
    operations: ['CreateGrant'],
    from: 'request',
    since: '2026',
  },
  'kms:RotationPeriodInDays': {
    ...common,
    type: 'Numeric',
    operations: ['EnableKeyRotation'],
    from: 'request',
  },
  'kms:ScheduleKeyDeletionPendingWindowInDays': {
    ...common,
    type: 'Numeric',
    operations: ['ScheduleKeyDeletion'],
    from: 'request',
  },
  'kms:SigningAlgorithm': { ...common, type: 'String', operations: ['Sign', 'Verify'], from: 'request' },
  'kms:TrailingDaysWithoutKeyUsage': {
    ...common,
    type: 'Numeric',
    operations: ['DisableKey', 'ScheduleKeyDeletion'],
    from: 'derived',
    since: '2026-04',
  },
  'kms:ValidTo': { ...common, type: 'Date', operations: ['ImportKeyMaterial'], from: 'request' },
  'kms:ViaService': { ...common, type: 'String', operations: 'keysAndCreateKey', from: 'derived' },
  'kms:WrappingAlgorithm': {
    ...common,
    type: 'String',
    operations: ['GetParametersForImport'],
    from: 'request',
  },
  'kms:WrappingKeySpec': {
    ...common,
    type: 'String',
    operations: ['GetParametersForImport'],
    from: 'request',
  },
} as const satisfies Record<`kms:${string}`, KmsConditionKey>;

export type KmsConditionKeyName = keyof typeof conditionKeys;

/** All `kms:` condition keys; those of suffixed rows end where the suffix begins. */
export const conditionKeyNames = Object.keys(conditionKeys) as KmsConditionKeyName[];

/** The operations in whose requests this key can be present. */
export function operationsOfConditionKey(name: KmsConditionKeyName): readonly OperationName[] {
  const which: ConditionKeyOperations = conditionKeys[name].operations;
  if (typeof which !== 'string') return which;
  return operationNames.filter(
    (operation) =>
      hasKeyResource(operation) ||
      (which !== 'keys' && operation === 'CreateKey') ||
      (which === 'keysCreateKeyAndKeyStores' && operations[operation].group === 'customKeyStores'),
  );
}

/** The condition keys that can be present in the request of this operation. */
export function conditionKeysOfOperation(operation: OperationName): readonly KmsConditionKeyName[] {
  return conditionKeyNames.filter((name) => operationsOfConditionKey(name).includes(operation));
}
