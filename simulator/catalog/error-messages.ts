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
  malformedKeyId: { ...notFound, template: "Invalid keyId '{keyId}'" },
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
