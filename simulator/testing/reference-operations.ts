/** Decided by IAM policies alone, on resource `*`. */
export const accountLevelActions: readonly string[] = [
  'ConnectCustomKeyStore',
  'CreateCustomKeyStore',
  'CreateKey',
  'DeleteCustomKeyStore',
  'DescribeCustomKeyStores',
  'DisconnectCustomKeyStore',
  'GenerateRandom',
  'ListAliases',
  'ListKeys',
  'ListRetirableGrants',
  'UpdateCustomKeyStore',
];

/** Need a permission on the alias and one on each key. */
export const aliasActions: readonly string[] = ['CreateAlias', 'DeleteAlias', 'UpdateAlias'];

/** Work on keys of the caller's own account only, whatever the policies say. */
export const ownAccountActions: readonly string[] = [
  'CancelKeyDeletion',
  'DeleteImportedKeyMaterial',
  'DisableKey',
  'DisableKeyRotation',
  'EnableKey',
  'EnableKeyRotation',
  'GetKeyLastUsage',
  'GetKeyPolicy',
  'GetParametersForImport',
  'ImportKeyMaterial',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListResourceTags',
  'PutKeyPolicy',
  'ReplicateKey',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateKeyDescription',
  'UpdatePrimaryRegion',
];

/** Can work on a key of another account. */
export const crossAccountActions: readonly string[] = [
  'CreateGrant',
  'Decapsulate',
  'Decrypt',
  'DeriveSharedSecret',
  'DescribeKey',
  'Encapsulate',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetKeyRotationStatus',
  'GetPublicKey',
  'ListGrants',
  'ReEncrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
  'RevokeGrant',
  'Sign',
  'Verify',
  'VerifyMac',
];

/** A grant can give these; RetireGrant, which it can give too, is decided by rules of its own. */
export const grantableActions: readonly string[] = crossAccountActions.filter(
  (action) =>
    !['GetKeyRotationStatus', 'ListGrants', 'ReEncrypt', 'RetireGrant', 'RevokeGrant'].includes(action),
);
