import type { ExceptionName } from './exceptions.ts';
import type { Sourced } from './types.ts';

export interface ErrorMessage extends Sourced {
  readonly exception: ExceptionName;
  /** `{name}` stands for a value of the request or of the key. Empty: the service sends no text. */
  readonly template: string;
}

const invalid = { exception: 'ValidationException', source: 'recorded' } as const;
const usage = { exception: 'InvalidKeyUsageException', source: 'recorded' } as const;
const notFound = { exception: 'NotFoundException', source: 'recorded' } as const;
const state = { exception: 'KMSInvalidStateException', source: 'recorded' } as const;
const unsupported = { exception: 'UnsupportedOperationException', source: 'recorded' } as const;
const tag = { exception: 'TagException', source: 'recorded' } as const;
const policy = { exception: 'MalformedPolicyDocumentException', source: 'measured' } as const;
const constraint =
  "1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must";

/** What KMS says in each case, word for word. Refusals for lack of permission are the authorizer's. */
export const errorMessages = {
  malformedArn: {
    exception: 'InvalidArnException',
    template: 'Invalid arn {arn}',
    source: 'serviceModel',
    unverified: true,
  },
  /** The service does not tell a stranger whether the key is there: one sentence for all that other accounts refuse. */
  foreignKeyDenied: {
    exception: 'AccessDeniedException',
    template:
      'User: {caller} is not authorized to perform: {action} on {resource} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    source: 'measured',
  },
  unknownCaller: {
    exception: 'UnrecognizedClientException',
    template: 'The security token included in the request is invalid.',
    source: 'commonErrors',
  },
  unknownOperation: { exception: 'UnknownOperationException', template: '', source: 'commonErrors' },
  malformedKeyId: { ...notFound, template: "Invalid keyId '{keyId}'" },
  /** The same in an ARN. */
  malformedKeyArn: { ...notFound, template: 'Invalid keyId {keyId}', source: 'measured' },
  /** The operation takes a key id or key ARN only. */
  aliasNotTaken: {
    exception: 'InvalidArnException',
    template: 'Key Aliases are not supported for this operation.',
    source: 'measured',
  },
  keyNotFound: { ...notFound, template: "Key '{keyArn}' does not exist" },
  wrongRegion: { ...notFound, template: 'Invalid arn {region}' },
  aliasNotFound: {
    exception: 'NotFoundException',
    template: 'Alias {aliasArn} is not found.',
    source: 'measured',
  },
  aliasExists: {
    exception: 'AlreadyExistsException',
    template: 'An alias with the name {aliasArn} already exists',
    source: 'measured',
  },
  aliasPrefix: {
    ...invalid,
    template:
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
  },
  aliasReserved: {
    exception: 'InvalidAliasNameException',
    template: 'Aliases that begin with alias/aws/ are reserved.',
    source: 'serviceModel',
    unverified: true,
  },
  aliasNameInvalid: {
    exception: 'InvalidAliasNameException',
    template: 'The alias name is not valid.',
    source: 'serviceModel',
    unverified: true,
  },
  aliasQuota: {
    exception: 'LimitExceededException',
    template: 'The limit of aliases for the key {keyArn} has been reached.',
    source: 'resourceQuotas',
    unverified: true,
  },
  aliasTypeMismatch: {
    ...invalid,
    template: 'Alias {aliasArn} cannot be changed to a KMS key of another type or usage.',
    source: 'serviceModel',
    unverified: true,
  },
  disabled: { exception: 'DisabledException', template: '{keyArn} is disabled.', source: 'recorded' },
  pendingDeletion: { ...state, template: '{keyArn} is pending deletion.', source: 'keyStates' },
  pendingImport: { ...state, template: '{keyArn} is pending import.' },
  wrongKeyUsage: {
    ...usage,
    template: '{keyArn} key usage is {keyUsage} which is not valid for {operation}.',
  },
  wrongAlgorithm: { ...usage, template: 'Algorithm {algorithm} is incompatible with key spec {keySpec}.' },
  dataKeyFromAsymmetric: {
    ...usage,
    template: 'You cannot generate a data key with an asymmetric CMK',
    source: 'measured',
  },
  keyUsageMissing: {
    ...invalid,
    template: 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
  },
  keyUsageMismatch: { ...invalid, template: 'KeyUsage {keyUsage} is not compatible with KeySpec {keySpec}' },
  notInEnum: { ...invalid, template: `${constraint} satisfy enum value set: [{values}]` },
  memberNull: {
    ...invalid,
    template:
      "1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null",
    source: 'measured',
  },
  blobTooLong: {
    ...invalid,
    template:
      "1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {limit}",
  },
  valueTooLong: { ...invalid, template: `${constraint} have length less than or equal to {limit}` },
  numberTooSmall: { ...invalid, template: `${constraint} have value greater than or equal to {limit}` },
  numberTooLarge: { ...invalid, template: `${constraint} have value less than or equal to {limit}` },
  numberOfBytesMissing: { ...invalid, template: 'NumberOfBytes is required.' },
  dataKeySize: {
    ...invalid,
    template: 'Please specify either number of bytes or key spec.',
    source: 'measured',
  },
  plaintextTooLarge: {
    ...invalid,
    template: 'Algorithm {algorithm} and key spec {keySpec} cannot encrypt data larger than {limit} bytes.',
  },
  digestLength: { ...invalid, template: 'Digest is invalid length for algorithm {algorithm}.' },
  messageTypeForSpec: {
    ...invalid,
    template: 'Message type {messageType} is incompatible with key spec {keySpec}.',
    source: 'measured',
  },
  messageTypeForAlgorithm: {
    ...invalid,
    template: 'Message type {messageType} is incompatible with algorithm {algorithm}.',
    source: 'measured',
  },
  wrongKeyForCiphertext: {
    exception: 'IncorrectKeyException',
    template: 'The key ID in the request does not identify a CMK that can perform this operation.',
    source: 'recorded',
  },
  invalidCiphertext: { exception: 'InvalidCiphertextException', template: '', source: 'recorded' },
  invalidSignature: { exception: 'KMSInvalidSignatureException', template: '', source: 'recorded' },
  invalidMac: { exception: 'KMSInvalidMacException', template: '', source: 'recorded' },
  dryRun: {
    exception: 'DryRunOperationException',
    template: 'The request would have succeeded, but the DryRun option is set.',
    source: 'recorded',
  },
  wrongOrigin: {
    ...unsupported,
    template: '{keyArn} origin is {origin} which is not valid for this operation.',
  },
  notMultiRegionPrimary: { ...unsupported, template: '{keyArn} is not a multi-region primary key.' },
  rotatesSymmetricOnly: { ...unsupported, template: '' },
  sm2OutsideChina: {
    ...unsupported,
    template: 'KeySpec SM2 is not supported in this Region',
    source: 'measured',
  },
  tagReserved: { ...tag, template: 'Tags beginning with aws: are reserved' },
  tagDuplicate: { ...tag, template: 'Duplicate tag keys' },
  tooManyTags: { ...tag, template: 'Too many tags' },
  validToMissing: {
    ...invalid,
    template: 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES',
  },
  otherMaterialPending: {
    ...state,
    template:
      'New key material (id: {newKeyMaterialId}) cannot be imported into KMS key {keyArn}, because another key material (id: {keyMaterialId}) is pending rotation.',
  },
  noMaterialPending: {
    ...state,
    template: 'No available key material pending rotation for the key: {keyArn}.',
  },
  onDemandRotationLimit: {
    exception: 'LimitExceededException',
    template:
      'The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: {keyArn}',
    source: 'recorded',
  },
  keyMaterialMismatch: {
    exception: 'IncorrectKeyMaterialException',
    template: 'The imported key material does not match the key material that was imported before.',
    source: 'serviceModel',
    unverified: true,
  },
  keyMaterialKnown: {
    exception: 'IncorrectKeyMaterialException',
    template: 'The imported key material is already associated with the KMS key.',
    source: 'importKeyMaterial',
    unverified: true,
  },
  keyMaterialIdNotTaken: {
    ...invalid,
    template: 'KeyMaterialId cannot be specified with ImportType NEW_KEY_MATERIAL.',
    source: 'importKeyMaterial',
    unverified: true,
  },
  importTokenInvalid: {
    exception: 'InvalidImportTokenException',
    template: 'The import token is not for this KMS key or is not the newest one.',
    source: 'serviceModel',
    unverified: true,
  },
  importTokenExpired: {
    exception: 'ExpiredImportTokenException',
    template: 'The import token has expired.',
    source: 'serviceModel',
    unverified: true,
  },
  validToNotTaken: {
    ...invalid,
    template:
      'The parameter ValidTo cannot be specified for a key with an expiration model of KEY_MATERIAL_DOES_NOT_EXPIRE',
    source: 'importKeyMaterial',
    unverified: true,
  },
  wrappedSize: { ...invalid, template: 'Invalid encrypted key size.', source: 'measured' },
  validToTooFar: {
    ...invalid,
    template: 'ValidTo must be in the future and no more than 365 days away.',
    source: 'importKeyMaterial',
    unverified: true,
  },
  wrappingMismatch: {
    ...invalid,
    template:
      'Wrapping algorithm {wrappingAlgorithm} with {wrappingKeySpec} cannot be used for key material of {keySpec}.',
    source: 'importKeyMaterial',
    unverified: true,
  },
  importTypeSymmetricOnly: {
    ...unsupported,
    template: 'ImportType NEW_KEY_MATERIAL is only for symmetric encryption keys.',
    source: 'importKeyMaterial',
    unverified: true,
  },
  keyMaterialUnknown: {
    exception: 'NotFoundException',
    template: 'Key material {keyMaterialId} does not exist for the key {keyArn}.',
    source: 'serviceModel',
    unverified: true,
  },
  rotationConflict: {
    exception: 'ConflictException',
    template: 'An automatic rotation of the key {keyArn} is in progress or due within 20 minutes.',
    source: 'onDemandRotation',
    unverified: true,
  },
  contextForAsymmetric: {
    ...invalid,
    template: 'EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.',
    source: 'measured',
  },
  publicKeyInvalid: { ...invalid, template: '' },
  keyIdForAsymmetric: {
    ...invalid,
    template: 'KeyId is required to decrypt with an asymmetric KMS key.',
    source: 'serviceModel',
    unverified: true,
  },
  attestationNotSimulated: {
    ...unsupported,
    template: 'Attestation documents (Recipient) are not simulated.',
    source: 'serviceModel',
    unverified: true,
  },
  originNeedsKeyStore: {
    ...invalid,
    template: 'Origin {origin} and CustomKeyStoreId must be used together.',
    source: 'serviceModel',
    unverified: true,
  },
  originForSpec: {
    ...unsupported,
    template: 'Origin {origin} is not supported for KeySpec {keySpec}.',
    source: 'serviceModel',
    unverified: true,
  },
  multiRegionInKeyStore: {
    ...unsupported,
    template: 'Multi-Region keys are not supported in custom key stores.',
    source: 'multiRegion',
    unverified: true,
  },
  keySpecsDiffer: {
    ...invalid,
    template: 'KeySpec and CustomerMasterKeySpec must be the same.',
    source: 'serviceModel',
    unverified: true,
  },
  pendingWindow: {
    ...invalid,
    template: 'PendingWindowInDays must be between 7 and 30',
    source: 'measured',
  },
  regionNotEnabled: {
    ...invalid,
    template: 'Region {region} is not enabled or not supported.',
    source: 'multiRegion',
    unverified: true,
  },
  replicaExists: {
    exception: 'AlreadyExistsException',
    template: 'The key {keyArn} already exists.',
    source: 'multiRegion',
    unverified: true,
  },
  alreadyPrimary: {
    ...unsupported,
    template: '{keyArn} is already the primary key.',
    source: 'multiRegion',
    unverified: true,
  },
  notMultiRegion: {
    ...unsupported,
    template: '{keyArn} is not a multi-region key.',
    source: 'multiRegion',
    unverified: true,
  },
  grantTokenInvalid: {
    exception: 'InvalidGrantTokenException',
    template: 'Invalid grant token.',
    source: 'serviceModel',
    unverified: true,
  },
  grantIdInvalid: {
    exception: 'InvalidGrantIdException',
    template: 'Invalid grant ID.',
    source: 'serviceModel',
    unverified: true,
  },
  grantNotFound: {
    exception: 'NotFoundException',
    template: 'Grant ID {grantId} not found',
    source: 'serviceModel',
    unverified: true,
  },
  grantQuota: {
    exception: 'LimitExceededException',
    template: 'The limit of grants for the key {keyArn} has been reached.',
    source: 'resourceQuotas',
    unverified: true,
  },
  grantPrincipals: {
    ...invalid,
    template:
      'Exactly one of GranteePrincipal and GranteeServicePrincipal is needed, and a retiring principal and a SourceArn with a service principal.',
    source: 'createGrant',
    unverified: true,
  },
  grantPrincipalInvalid: {
    exception: 'InvalidArnException',
    template: 'ARN does not refer to a valid principal: {arn}',
    source: 'measured',
  },
  grantOperation: {
    ...invalid,
    template: 'Grant operation {operation} is not supported for the key {keyArn}.',
    source: 'createGrant',
    unverified: true,
  },
  grantConstraints: {
    ...invalid,
    template: 'The grant constraints are not valid for the key {keyArn}.',
    source: 'createGrant',
    unverified: true,
  },
  markerInvalid: {
    exception: 'InvalidMarkerException',
    template: 'Invalid marker.',
    source: 'serviceModel',
    unverified: true,
  },
  policyTooLong: {
    exception: 'LimitExceededException',
    template: 'The key policy is larger than 32768 bytes.',
    source: 'keyPolicies',
    unverified: true,
  },
  policyMalformed: {
    ...policy,
    template: 'The policy is not a valid key policy ({problem}).',
    unverified: true,
  },
  policyNoPrincipal: { ...policy, template: 'Policy contains a statement with no principal.' },
  policyNotFound: {
    exception: 'NotFoundException',
    template: 'No such policy exists',
    source: 'keyPolicies',
    unverified: true,
  },
  policyNameUnsupported: {
    ...unsupported,
    template: 'The only policy name is default.',
    source: 'keyPolicies',
    unverified: true,
  },
  keyQuota: {
    exception: 'LimitExceededException',
    template: 'The limit of KMS keys in this account and Region has been reached.',
    source: 'resourceQuotas',
    unverified: true,
  },
  keyStoreQuota: {
    exception: 'LimitExceededException',
    template: 'The limit of custom key stores in this account and Region has been reached.',
    source: 'resourceQuotas',
    unverified: true,
  },
  keyStoreNotFound: {
    exception: 'CustomKeyStoreNotFoundException',
    template: 'Custom key store {keyStore} does not exist.',
    source: 'serviceModel',
    unverified: true,
  },
  keyStoreName: {
    exception: 'CustomKeyStoreNameInUseException',
    template: 'The custom key store name {name} is in use.',
    source: 'serviceModel',
    unverified: true,
  },
  keyStoreState: {
    exception: 'CustomKeyStoreInvalidStateException',
    template: 'The custom key store is {state}.',
    source: 'serviceModel',
    unverified: true,
  },
  keyStoreHasKeys: {
    exception: 'CustomKeyStoreHasCMKsException',
    template: 'The custom key store contains KMS keys.',
    source: 'serviceModel',
    unverified: true,
  },
  keyStoreMembers: {
    ...invalid,
    template: 'The members of the request do not fit a custom key store of type {type}.',
    source: 'serviceModel',
    unverified: true,
  },
  keyStoreTypeUnsupported: {
    ...unsupported,
    template: 'The operation is not supported for an external key store.',
    source: 'serviceModel',
    unverified: true,
  },
  noPublicKey: { ...unsupported, template: '', source: 'measured' },
  clusterInUse: {
    exception: 'CloudHsmClusterInUseException',
    template: 'The CloudHSM cluster {cluster} is in use by another custom key store.',
    source: 'serviceModel',
    unverified: true,
  },
  proxyUriInUse: {
    exception: 'XksProxyUriInUseException',
    template: 'The external key store proxy URI is in use by another custom key store.',
    source: 'serviceModel',
    unverified: true,
  },
  externalKeyInUse: {
    exception: 'XksKeyAlreadyInUseException',
    template: 'The external key {xksKeyId} is in use by another KMS key of the custom key store.',
    source: 'serviceModel',
    unverified: true,
  },
  policyLockout: {
    ...policy,
    template: 'The new key policy will not allow you to update the key policy in the future.',
  },
  policyInvalidPrincipal: {
    ...policy,
    template: 'Policy contains a statement with one or more invalid principals.',
  },
  throttled: {
    exception: 'ThrottlingException',
    template: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    source: 'throttling',
  },
} as const satisfies Record<string, ErrorMessage>;

export type ErrorMessageId = keyof typeof errorMessages;

/** The message with its placeholders filled in. */
export function errorMessage(id: ErrorMessageId, values: Readonly<Record<string, string>> = {}): string {
  return errorMessages[id].template.replaceAll(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
}
