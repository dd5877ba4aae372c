/* Condition keys that follow from what a request sends. Those of the caller and the key are the authorizer's. */
import type { ContextValue } from '../../authorize/types.ts';
import { createKeyDefaults } from '../../catalog/key-specs.ts';
import { days } from '../../world/events.ts';
import type { AnyRequest, Targets } from './call.ts';

/** Members whose value is the condition key's value. */
const plain = {
  BypassPolicyLockoutSafetyCheck: 'kms:BypassPolicyLockoutSafetyCheck',
  ExpirationModel: 'kms:ExpirationModel',
  GranteePrincipal: 'kms:GranteePrincipal',
  GranteeServicePrincipal: 'kms:GranteeServicePrincipal',
  KeyAgreementAlgorithm: 'kms:KeyAgreementAlgorithm',
  KeyPairSpec: 'kms:DataKeyPairSpec',
  MacAlgorithm: 'kms:MacAlgorithm',
  MessageType: 'kms:MessageType',
  Operations: 'kms:GrantOperations',
  PendingWindowInDays: 'kms:ScheduleKeyDeletionPendingWindowInDays',
  PrimaryRegion: 'kms:PrimaryRegion',
  ReplicaRegion: 'kms:ReplicaRegion',
  RetiringPrincipal: 'kms:RetiringPrincipal',
  RetiringServicePrincipal: 'kms:RetiringServicePrincipal',
  RotationPeriodInDays: 'kms:RotationPeriodInDays',
  SigningAlgorithm: 'kms:SigningAlgorithm',
  TagKeys: 'aws:TagKeys',
  WrappingAlgorithm: 'kms:WrappingAlgorithm',
  WrappingKeySpec: 'kms:WrappingKeySpec',
  EncryptionAlgorithm: 'kms:EncryptionAlgorithm',
} as const;

type Context = Record<string, ContextValue>;

/** The condition keys of a request; the same for each permission it asks for. */
export function conditionContext(request: AnyRequest, targets: Targets): Context {
  const { input } = request;
  const context: Context = {};
  for (const [member, key] of Object.entries(plain)) {
    const value = input[member];
    if (isContextValue(value)) context[key] = value;
  }
  if (input.ValidTo instanceof Date) context['kms:ValidTo'] = Math.floor(input.ValidTo.getTime() / 1000);
  addTags(input.Tags, context);
  if (request.operation === 'CreateKey') addNewKey(input, context);
  if (request.operation === 'CreateGrant') addConstraints(input.Constraints, context);
  if (request.operation === 'DisableKey' || request.operation === 'ScheduleKeyDeletion') {
    addTrailingDays(request, targets, context);
  }
  return context;
}

type Pairs = Readonly<Record<string, string>>;

/** The encryption context that goes with one of the permissions: ReEncrypt has two, CreateGrant that of its constraint. */
export function encryptionContextOf({ input }: AnyRequest, action: string): Pairs | undefined {
  const constraints = input.Constraints as Readonly<Record<string, Pairs>> | undefined;
  const found =
    action === 'kms:ReEncryptFrom'
      ? input.SourceEncryptionContext
      : action === 'kms:ReEncryptTo'
        ? input.DestinationEncryptionContext
        : (input.EncryptionContext ??
          constraints?.EncryptionContextEquals ??
          constraints?.EncryptionContextSubset);
  return found as Pairs | undefined;
}

function isContextValue(value: unknown): value is ContextValue {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}

function addTags(tags: unknown, context: Context): void {
  if (!Array.isArray(tags)) return;
  const list = tags as readonly { readonly TagKey: string; readonly TagValue: string }[];
  for (const { TagKey, TagValue } of list) context[`aws:RequestTag/${TagKey}`] = TagValue;
  if (list.length > 0) context['aws:TagKeys'] = list.map(({ TagKey }) => TagKey);
}

/** The parameters of a new key count with their defaults. */
function addNewKey(input: Readonly<Record<string, unknown>>, context: Context): void {
  context['kms:KeySpec'] = String(input.KeySpec ?? input.CustomerMasterKeySpec ?? createKeyDefaults.keySpec);
  context['kms:KeyUsage'] = String(input.KeyUsage ?? createKeyDefaults.keyUsage);
  context['kms:KeyOrigin'] = String(input.Origin ?? createKeyDefaults.origin);
  context['kms:MultiRegion'] = input.MultiRegion === true;
  if (input.MultiRegion === true) context['kms:MultiRegionKeyType'] = 'PRIMARY';
}

function addConstraints(constraints: unknown, context: Context): void {
  if (typeof constraints !== 'object' || constraints === null) return;
  for (const name of ['EncryptionContextEquals', 'EncryptionContextSubset'] as const) {
    if (name in constraints) context['kms:GrantConstraintType'] = name;
  }
  if ('SourceArn' in constraints) context['kms:GrantConstraintSourceArn'] = String(constraints.SourceArn);
}

function addTrailingDays({ draft }: AnyRequest, { key }: Targets, context: Context): void {
  if (key === undefined) return;
  const since = draft.get('usages', key.key.arn)?.at ?? key.key.createdAt;
  context['kms:TrailingDaysWithoutKeyUsage'] = Math.floor((draft.now - since) / days(1));
}
