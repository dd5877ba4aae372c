/* What the trail keeps of a call: no secret, no plaintext, no token. */
import type { ContextValue } from '../../authorize/types.ts';
import { memberShapes } from '../../catalog/member-shapes.ts';
import { operations } from '../../catalog/operations.ts';
import type { Operation, OperationName } from '../../catalog/types.ts';
import type { Draft } from '../../world/draft.ts';
import type { Random } from '../../world/random.ts';
import type { TrailRecord } from '../../world/trail.ts';
import type { KeyCore } from '../../world/types.ts';
import type { KnownCaller, Targets } from './call.ts';
import type { ServiceError } from './refusal.ts';

const secrets: readonly string[] = [
  'GrantToken',
  'GrantTokens',
  'KeyStorePassword',
  'XksProxyAuthenticationCredential',
  'TrustAnchorCertificate',
  'Recipient',
];

/** Operations whose answer is kept out of CloudTrail, though it holds no bytes. */
const silentAnswers: readonly OperationName[] = ['GetKeyPolicy', 'GenerateRandom'];

interface Happening {
  readonly operation: OperationName;
  readonly draft: Draft;
  readonly caller: KnownCaller;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>> | null;
  readonly targets: Targets | null;
  readonly error: ServiceError | null;
  readonly details: Readonly<Record<string, string>>;
  readonly ids: Random;
}

export function trailRecord(happening: Happening): TrailRecord {
  const { operation, draft, caller, input, output, targets, error, details, ids } = happening;
  const row: Operation = operations[operation];
  const answers = row.group !== 'cryptographic' && row.accessLevel !== 'Read' && row.accessLevel !== 'List';
  const { given } = caller;
  const cores = coresOf(draft, targets);
  return {
    kind: 'call',
    name: operation,
    at: draft.now,
    eventId: ids.uuid(),
    requestId: ids.uuid(),
    region: caller.region,
    account: caller.account?.id ?? null,
    caller: {
      arn: given.arn,
      viaService: given.viaService ?? null,
      ...(given.invokedBy !== undefined && { invokedBy: given.invokedBy }),
      sourceIp: given.sourceIp ?? null,
      vpcEndpoint: given.vpcEndpoint ?? null,
      ...contextText('userAgent', given.context?.['aws:UserAgent']),
      ...contextText('mfa', given.context?.['aws:MultiFactorAuthPresent']),
      ...contextText('sessionStart', given.context?.['aws:TokenIssueTime']),
    },
    parameters: operation === 'GenerateRandom' ? null : withoutSecrets(input),
    response:
      output !== null && answers && !silentAnswers.includes(operation) ? withoutSecrets(output) : null,
    resources: resourcesOf(targets, output),
    ...(cores.length > 0 && { keySpecs: cores.map(({ keySpec }) => keySpec) }),
    error: error === null ? null : { name: error.name, message: error.message },
    details: { ...details, ...(output !== null && cryptographicDetails(operation, cores, output)) },
  };
}

function resourcesOf(targets: Targets | null, output: Happening['output']): string[] {
  const made = (output?.KeyMetadata as { readonly Arn?: string } | undefined)?.Arn;
  const found = [targets?.aliasArn, targets?.key?.key.arn, targets?.second?.key.arn, made];
  return [...new Set(found.filter((arn) => arn !== undefined))];
}

function coresOf(draft: Draft, targets: Targets | null): KeyCore[] {
  const keys = [targets?.key, targets?.second].filter((found) => found !== undefined);
  return keys.map(({ key }) => draft.get('cores', key.coreId)).filter((core) => core !== undefined);
}

/** A condition key that is one text, as a property of the record. */
function contextText(name: 'mfa' | 'sessionStart' | 'userAgent', value: ContextValue | undefined) {
  return typeof value === 'string' ? { [name]: value } : {};
}

/** Which key material and which key store a cryptographic operation used. */
function cryptographicDetails(
  operation: OperationName,
  cores: readonly KeyCore[],
  output: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const [core] = cores;
  if (core === undefined || operations[operation].group !== 'cryptographic') return {};
  const current = core.keySpec === 'SYMMETRIC_DEFAULT' ? core.currentMaterialId : null;
  const material = output.KeyMaterialId ?? (operation === 'ReEncrypt' ? undefined : current);
  const members = {
    keyMaterialId: material,
    sourceKeyMaterialId: output.SourceKeyMaterialId,
    destinationKeyMaterialId: output.DestinationKeyMaterialId,
    customKeyStoreId: core.customKeyStoreId,
    xksKeyId: core.xksKeyId,
  };
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => typeof member[1] === 'string'),
  );
}

function withoutSecrets(
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const kept = Object.entries(members).flatMap(([name, value]) => {
    const shape = (memberShapes as Readonly<Record<string, { readonly type: string }>>)[name];
    if (secrets.includes(name) || shape?.type === 'blob' || value instanceof Uint8Array) return [];
    return [[name, withoutDates(value)] as const];
  });
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** Times as milliseconds, so that a record is JSON. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutDates(member)]));
}
