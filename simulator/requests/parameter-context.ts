/*
 * requestParameters of a CloudTrail record as condition keys. Members are lowerCamelCase of the API's.
 */
import type { ContextValue } from '../authorize/types.ts';
import { asObject, listOf, memberOf, textOf, textsOf } from './json-value.ts';

/** Parameters that are a condition key's value as they stand. */
const plain: Readonly<Record<string, string>> = {
  bypassPolicyLockoutSafetyCheck: 'kms:BypassPolicyLockoutSafetyCheck',
  expirationModel: 'kms:ExpirationModel',
  granteePrincipal: 'kms:GranteePrincipal',
  granteeServicePrincipal: 'kms:GranteeServicePrincipal',
  keyAgreementAlgorithm: 'kms:KeyAgreementAlgorithm',
  keyPairSpec: 'kms:DataKeyPairSpec',
  macAlgorithm: 'kms:MacAlgorithm',
  messageType: 'kms:MessageType',
  pendingWindowInDays: 'kms:ScheduleKeyDeletionPendingWindowInDays',
  primaryRegion: 'kms:PrimaryRegion',
  replicaRegion: 'kms:ReplicaRegion',
  retiringPrincipal: 'kms:RetiringPrincipal',
  retiringServicePrincipal: 'kms:RetiringServicePrincipal',
  rotationPeriodInDays: 'kms:RotationPeriodInDays',
  signingAlgorithm: 'kms:SigningAlgorithm',
  wrappingAlgorithm: 'kms:WrappingAlgorithm',
  wrappingKeySpec: 'kms:WrappingKeySpec',
};

/** Of CreateKey alone: elsewhere they are the key's own, or mean a data key. */
const ofNewKey: Readonly<Record<string, string>> = {
  keySpec: 'kms:KeySpec',
  keyUsage: 'kms:KeyUsage',
  origin: 'kms:KeyOrigin',
  multiRegion: 'kms:MultiRegion',
};

type Context = Record<string, ContextValue>;

/** Condition keys that follow from the parameters of an operation. */
export function contextOfParameters(parameters: unknown, operation: string): Context {
  const context: Context = {};
  const names = operation === 'CreateKey' ? { ...plain, ...ofNewKey } : plain;
  for (const [name, key] of Object.entries(names)) {
    const value = memberOf(parameters, name);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      context[key] = value;
  }
  if (operation === 'Encrypt' || operation === 'Decrypt') {
    const algorithm = textOf(parameters, 'encryptionAlgorithm');
    if (algorithm !== undefined) context['kms:EncryptionAlgorithm'] = algorithm;
  }
  if (operation === 'CreateGrant') addGrant(parameters, context);
  addTags(parameters, context);
  return context;
}

function addGrant(parameters: unknown, context: Context): void {
  const operations = textsOf(parameters, 'operations');
  if (operations.length > 0) context['kms:GrantOperations'] = operations;
  const constraints = asObject(memberOf(parameters, 'constraints')) ?? {};
  for (const name of Object.keys(constraints)) {
    const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (written.startsWith('EncryptionContext')) context['kms:GrantConstraintType'] = written;
  }
  const source = textOf(constraints, 'sourceArn');
  if (source !== undefined) context['kms:GrantConstraintSourceArn'] = source;
}

function addTags(parameters: unknown, context: Context): void {
  const names = [...textsOf(parameters, 'tagKeys')];
  for (const tag of listOf(parameters, 'tags')) {
    const name = textOf(tag, 'tagKey');
    const value = memberOf(tag, 'tagValue');
    if (name === undefined) continue;
    names.push(name);
    if (typeof value === 'string') context[`aws:RequestTag/${name}`] = value;
  }
  if (names.length > 0) context['aws:TagKeys'] = names;
}
