import type { KmsConditionKeyName } from './condition-keys.ts';

/** What each condition key tests, in a sentence or two. Apart from the table, so that deciding carries no prose. */
export const conditionKeyDescriptions: Readonly<Record<KmsConditionKeyName, string>> = {
  'kms:BypassPolicyLockoutSafetyCheck':
    'Whether the request skips the check that its caller can still change the key policy. Absent unless sent: test it with Null too. For CreateKey it works in IAM policies only.',
  'kms:CallerAccount': 'The 12-digit account of the caller.',
  'kms:CustomerMasterKeySpec': 'The old name of kms:KeySpec.',
  'kms:CustomerMasterKeyUsage': 'The old name of kms:KeyUsage.',
  'kms:DataKeyPairSpec': 'The KeyPairSpec asked for.',
  'kms:EncryptionAlgorithm':
    'The algorithm used to encrypt or decrypt; present also when it was left at its default.',
  'kms:EncryptionContext:':
    'The value of one pair of the encryption context; the context key follows the colon and its case does not matter. For CreateGrant, a pair of the grant constraint.',
  'kms:EncryptionContextKeys': 'The set of keys in the encryption context, or in the grant constraint.',
  'kms:ExpirationModel': 'Whether the imported key material expires. Absent unless sent.',
  'kms:GrantConstraintSourceArn': 'The SourceArn constraint of the new grant.',
  'kms:GrantConstraintType': 'Which encryption context constraint the grant has.',
  'kms:GranteePrincipal': 'The principal who gets the grant.',
  'kms:GranteeServicePrincipal': 'The service principal that gets the grant.',
  'kms:GrantIsForAWSResource':
    'True when an AWS service that is integrated with KMS makes the call on behalf of the caller.',
  'kms:GrantOperations': 'The operations that the new grant would allow.',
  'kms:KeyAgreementAlgorithm': 'The key agreement algorithm asked for.',
  'kms:KeyOrigin': 'Where the key material comes from.',
  'kms:KeySpec': 'The key spec; the default counts when CreateKey does not send one.',
  'kms:KeyUsage': 'The key usage; the default counts when CreateKey does not send one.',
  'kms:MacAlgorithm': 'The HMAC algorithm asked for.',
  'kms:MessageType': 'Whether the message is raw, a digest, or the mu value of ML-DSA.',
  'kms:MultiRegion': 'Whether the key is a multi-Region key.',
  'kms:MultiRegionKeyType': 'Primary or replica; absent for a single-Region key.',
  'kms:PrimaryRegion': 'The Region that is to hold the primary key.',
  'kms:ReEncryptOnSameKey': 'Whether the destination key is also the source key.',
  'kms:RecipientAttestation:ImageSha384': 'The image digest in the attestation document of a Nitro enclave.',
  'kms:RecipientAttestation:PCR': 'A platform configuration register, 0 to 31, of a Nitro enclave.',
  'kms:RecipientAttestation:NitroTPMPCR': 'A platform configuration register, 0 to 23, of a NitroTPM.',
  'kms:ReplicaRegion': 'The Region that is to hold the replica.',
  'kms:RequestAlias':
    'The alias name (not its ARN) by which the request names the key; absent when the request names it by key ID or key ARN.',
  'kms:ResourceAliases':
    'The aliases that the key has, whatever the request calls it. Works in IAM policies only, and not for a key with more than 50 aliases.',
  'kms:RetiringPrincipal': 'The principal who may retire the new grant.',
  'kms:RetiringServicePrincipal': 'The service principal that may retire the new grant.',
  'kms:RotationPeriodInDays': 'The rotation period asked for, 90 to 2560 days.',
  'kms:ScheduleKeyDeletionPendingWindowInDays': 'The waiting period asked for, 7 to 30 days.',
  'kms:SigningAlgorithm': 'The signing algorithm asked for.',
  'kms:TrailingDaysWithoutKeyUsage':
    'Whole days since the last successful cryptographic operation with the key. Never used: since its creation, or since KMS began to track use.',
  'kms:ValidTo': 'When the imported key material expires.',
  'kms:ViaService':
    'The AWS service that calls for the principal, as in s3.us-west-2.amazonaws.com. Absent when the principal calls KMS itself.',
  'kms:WrappingAlgorithm': 'The wrapping algorithm asked for.',
  'kms:WrappingKeySpec': 'The wrapping key spec asked for.',
};
