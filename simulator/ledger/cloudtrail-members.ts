/* Requests and answers as CloudTrail writes them: names in lower camel case, times as text, defaults filled in. */
import { createKeyDefaults } from '../catalog/key-specs.ts';
import type { OperationName } from '../catalog/types.ts';
import type { TrailRecord } from '../world/trail.ts';

type Members = Readonly<Record<string, unknown>>;

/** Defaults that a record shows although the request did not have them. */
const defaults: { readonly [Op in OperationName]?: Members } = {
  CreateKey: {
    Description: '',
    Origin: createKeyDefaults.origin,
    BypassPolicyLockoutSafetyCheck: false,
    KeyUsage: createKeyDefaults.keyUsage,
  },
  Decrypt: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  Encrypt: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  GetKeyPolicy: { PolicyName: 'default' },
  PutKeyPolicy: { PolicyName: 'default', BypassPolicyLockoutSafetyCheck: false },
  ReEncrypt: {
    SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  },
  ReplicateKey: { BypassPolicyLockoutSafetyCheck: false, Description: '' },
  Sign: { MessageType: 'RAW' },
  Verify: { MessageType: 'RAW' },
};

/** Operations whose record shows nothing of the request. */
const silentRequests: readonly string[] = ['GenerateRandom', 'RetireGrant'];

/**
 * Operations that answer nothing, whose record has the key's ARN nevertheless (since December 2022; RetireGrant as
 * recorded in 2024 and 2025).
 */
const answersKeyId: readonly string[] = [
  'CreateAlias',
  'CreateGrant',
  'DeleteAlias',
  'DeleteKey',
  'DisableKey',
  'DisableKeyRotation',
  'EnableKey',
  'EnableKeyRotation',
  'RetireGrant',
  'RevokeGrant',
  'SynchronizeMultiRegionKey',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
  'UpdatePrimaryRegion',
] satisfies (OperationName | 'DeleteKey' | 'SynchronizeMultiRegionKey')[];

/** `requestParameters` of a record. */
export function requestParameters({ kind, name, parameters }: TrailRecord): Members | null {
  if (kind === 'serviceEvent' || silentRequests.includes(name)) return null;
  const sent = parameters ?? {};
  const filled = {
    ...(Object.hasOwn(defaults, name) && defaults[name as OperationName]),
    ...(name === 'CreateKey' && specOf(sent)),
    ...sent,
  };
  return Object.keys(filled).length === 0 ? null : lowered(filled);
}

/** The spec goes by two names. */
function specOf(sent: Members): Members {
  const KeySpec = sent.KeySpec ?? sent.CustomerMasterKeySpec ?? createKeyDefaults.keySpec;
  return { KeySpec, CustomerMasterKeySpec: KeySpec };
}

/** `responseElements` of a record. */
export function responseElements(record: TrailRecord): Members | null {
  const { name, response, error } = record;
  if (error !== null) return null;
  const arns = keyArns(record);
  // UpdatePrimaryRegion is about two keys, each in an event of its own.
  const own = name === 'UpdatePrimaryRegion' ? arns[0] : arns.at(-1);
  const keyId = answersKeyId.includes(name) ? own : undefined;
  const { KeyMaterialId, ...answered } = response ?? {};
  const shown = {
    ...answered,
    ...(KeyMaterialId !== undefined && name !== 'ImportKeyMaterial' && { KeyMaterialId }),
    ...(keyId !== undefined && { KeyId: keyId }),
  };
  return Object.keys(shown).length === 0 ? null : lowered(shown);
}

/** The keys among a record's resources. */
export function keyArns({ resources }: TrailRecord): string[] {
  return resources.filter((arn) => arn.includes(':key/'));
}

/** Members with names as CloudTrail writes them; what callers named themselves stays as it is. */
export function lowered(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      name.includes('EncryptionContext') ? value : loweredValue(name, value),
    ]),
  );
}

const times: readonly string[] = ['CreationDate', 'DeletionDate', 'ParametersValidTo', 'ValidTo'];

function loweredValue(name: string, value: unknown): unknown {
  if (typeof value === 'number' && times.includes(name)) return timeText(value);
  if (Array.isArray(value)) return value.map((item) => loweredValue(name, item));
  return typeof value === 'object' && value !== null ? lowered(value as Members) : value;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Aug 10, 2022, 10:38:27 PM`. */
function timeText(at: number): string {
  const time = new Date(at);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  const hour = time.getUTCHours();
  const clock = `${hour % 12 || 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
  const date = `${months[time.getUTCMonth()]} ${time.getUTCDate()}, ${time.getUTCFullYear()}`;
  return `${date}, ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
}
