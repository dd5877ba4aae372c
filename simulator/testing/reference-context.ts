import type { AccessRequest, Environment, KeyFacts } from '../authorize/types.ts';
import type { ReferenceCaller } from './reference-caller.ts';
import { listOf, type ReferenceContext } from './reference-conditions.ts';

export const encryptionContextActions = [
  'Encrypt',
  'Decrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
];

/** Operations that are not given kms:CallerAccount and kms:ViaService. */
const withoutKmsKeys = ['GenerateRandom', 'ListAliases', 'ListKeys', 'ListRetirableGrants'];

const principalTypes = {
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  federated: 'FederatedUser',
  root: 'Account',
  service: undefined,
  anonymous: 'Anonymous',
};

/** What one permission is asked for. */
export interface Asked {
  readonly service: string;
  /** In the case of the catalog: `Decrypt`. */
  readonly action: string;
  readonly resource: string;
  readonly key: KeyFacts | null;
  /** Name of the alias by which the key was asked for. */
  readonly alias?: string;
  /** ReEncrypt: whether both keys are one. */
  readonly sameKey?: boolean;
}

/** Every condition key that follows from the request; what the request gives itself wins. */
export function contextOf(
  environment: Environment,
  request: AccessRequest,
  caller: ReferenceCaller,
  asked: Asked,
): ReferenceContext {
  const isKms = asked.service === 'kms';
  const derived = {
    ...aboutCaller(caller),
    ...aboutCall(request),
    ...(asked.service === 'kms' ? aboutKms(request, caller, asked) : {}),
    ...(asked.key ? aboutKey(asked.key) : {}),
    'aws:ResourceAccount': request.resourceAccount ?? asked.resource.split(':')[4],
    'aws:RequestedRegion': regionOf(asked.resource) ?? (isKms ? regionOf(environment.key?.arn) : undefined),
  };
  const context = new Map<string, readonly string[]>();
  for (const source of [derived, request.context ?? {}])
    for (const [key, value] of Object.entries(source))
      if (value !== undefined) context.set(key.toLowerCase(), listOf(value));
  return context;
}

function regionOf(arn = ''): string | undefined {
  return arn.split(':')[3] || undefined;
}

function aboutCaller(caller: ReferenceCaller) {
  const tags = Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]);
  const arn = caller.kind === 'session' ? `arn:aws:iam::${caller.account}:role/${caller.name}` : caller.arn;
  return {
    ...Object.fromEntries(tags),
    'aws:PrincipalArn': caller.account === undefined ? undefined : arn,
    'aws:PrincipalAccount': caller.kind === 'anonymous' ? 'anonymous' : caller.account,
    'aws:PrincipalType': principalTypes[caller.kind],
    'aws:PrincipalIsAWSService': caller.kind === 'anonymous' ? undefined : caller.kind === 'service',
    'aws:PrincipalServiceName': caller.kind === 'service' ? caller.arn : undefined,
    'aws:username': caller.kind === 'user' ? caller.name : undefined,
  };
}

function aboutCall(request: AccessRequest) {
  const address = request.sourceIp;
  const direct = request.viaService === undefined;
  const service = request.viaService?.split('.')[0] ?? '';
  const chain = ['athena', 'cloudformation', 'dynamodb'].includes(service)
    ? `${service}.amazonaws.com`
    : undefined;
  return {
    'aws:ViaAWSService': request.viaService !== undefined,
    'aws:CalledVia': chain,
    'aws:CalledViaFirst': chain,
    'aws:CalledViaLast': chain,
    'aws:SourceVpce': direct ? request.vpcEndpoint : undefined,
    'aws:SourceIp': direct && request.vpcEndpoint === undefined ? address : undefined,
    'aws:VpcSourceIp': request.vpcEndpoint === undefined ? undefined : address,
    'aws:CurrentTime': request.time,
    'aws:EpochTime': request.time && Date.parse(request.time) / 1000,
  };
}

function aboutKms(request: AccessRequest, caller: ReferenceCaller, { action, ...asked }: Asked) {
  const region = asked.resource.split(':')[3];
  const via = request.viaService;
  const withoutViaService =
    via === undefined || withoutKmsKeys.includes(action) || /CustomKeyStores?$/.test(action);
  const withContext = encryptionContextActions.includes(action) || action === 'CreateGrant';
  const pairs = withContext ? Object.entries(request.encryptionContext ?? {}) : [];
  const symmetric = (asked.key?.keySpec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  return {
    ...Object.fromEntries(pairs.map(([key, value]) => [`kms:EncryptionContext:${key}`, value])),
    'kms:EncryptionContextKeys': pairs.length > 0 ? pairs.map(([key]) => key) : undefined,
    'kms:CallerAccount': withoutKmsKeys.includes(action) ? undefined : caller.account,
    'kms:ViaService': withoutViaService
      ? undefined
      : via?.includes('.')
        ? via
        : `${via}.${region}.amazonaws.com`,
    'kms:RequestAlias': asked.alias,
    'kms:ReEncryptOnSameKey': asked.sameKey,
    'kms:EncryptionAlgorithm':
      encryptionContextActions.includes(action) && symmetric ? 'SYMMETRIC_DEFAULT' : undefined,
    'kms:MessageType': action === 'Sign' || action === 'Verify' ? 'RAW' : undefined,
    'kms:GrantIsForAWSResource': via && /Grants?$/.test(action) ? true : undefined,
  };
}

/** Unknown for the specs that serve several usages: RSA, the NIST curves, SM2. */
function onlyUsage(spec: string): string | undefined {
  if (spec === 'SYMMETRIC_DEFAULT') return 'ENCRYPT_DECRYPT';
  if (spec.startsWith('HMAC')) return 'GENERATE_VERIFY_MAC';
  if (spec.startsWith('ML_KEM')) return 'ENCAPSULATE_DECAPSULATE';
  return /^(?:ML_DSA|ECC_SECG|ECC_NIST_EDWARDS)/.test(spec) ? 'SIGN_VERIFY' : undefined;
}

function aboutKey(key: KeyFacts) {
  const tags = Object.entries(key.tags ?? {}).map(([name, value]) => [`aws:ResourceTag/${name}`, value]);
  const spec = key.keySpec ?? 'SYMMETRIC_DEFAULT';
  const usage = key.keyUsage ?? onlyUsage(spec);
  return {
    ...Object.fromEntries(tags),
    'kms:KeySpec': spec,
    'kms:CustomerMasterKeySpec': spec,
    'kms:KeyUsage': usage,
    'kms:CustomerMasterKeyUsage': usage,
    'kms:KeyOrigin': key.origin ?? 'AWS_KMS',
    'kms:MultiRegion': key.multiRegion ?? false,
    'kms:MultiRegionKeyType': key.multiRegionKeyType,
    'kms:ResourceAliases': key.aliases?.length ? key.aliases : undefined,
  };
}
