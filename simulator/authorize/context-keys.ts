/*
 * Condition keys that follow from the request, the caller, the key and the way the call came. A value
 * given with the request wins; what is neither given nor derived is absent.
 */

import { keySpecs } from '../catalog/key-specs.ts';
import { parseArn } from '../match/arn.ts';
import { unmeetable } from '../match/condition/clause.ts';
import { readTime } from '../match/condition/date.ts';
import { lowerCase } from '../match/lower-case.ts';
import type { Call } from './call.ts';
import type { KeyFacts } from './types.ts';

type Derived = string | readonly string[] | undefined;
type Derive = (call: Call) => Derived;

const symmetric = 'SYMMETRIC_DEFAULT';

/** Facts of the key; for CreateKey, of which there are none yet, the parameters' defaults, which count as sent. */
const ofKey =
  (read: (key: KeyFacts, call: Call) => Derived): Derive =>
  (call) =>
    isAboutKey(call) || call.action.name === 'CreateKey' ? read(call.target.key, call) : undefined;

/** Keys of an alias, or of a key yet to be made, are not there. */
function isAboutKey({ action, target }: Call): boolean {
  return action.row !== null && !target.byIdentityAlone;
}

const keySpec = (key: KeyFacts) => key.keySpec ?? symmetric;

/** A spec that serves several usages does not tell which one was chosen. */
function keyUsage(key: KeyFacts): string | undefined {
  if (key.keyUsage !== undefined) return key.keyUsage;
  const spec = keySpec(key);
  const usages: readonly string[] = spec in keySpecs ? keySpecs[spec as keyof typeof keySpecs].usages : [];
  return usages.length === 1 ? usages[0] : undefined;
}

function isMultiRegion(key: KeyFacts): boolean {
  return key.multiRegion ?? key.arn?.includes(':key/mrk-') ?? false;
}

const kmsOnly =
  (derive: Derive): Derive =>
  (call) =>
    call.action.service === 'kms' ? derive(call) : undefined;

function organizationOf(account: string | null, { environment: { organization } }: Call): string | undefined {
  const members = organization?.accounts;
  return account !== null && (members === undefined || members.includes(account))
    ? organization?.id
    : undefined;
}

function sourceAccount({ given }: Call): string | undefined {
  const source = given?.get('aws:sourcearn')?.[0];
  return (source === undefined ? undefined : parseArn(source)?.account) || undefined;
}

const principalTypes = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
  root: 'Account',
  service: undefined,
  anonymous: 'Anonymous',
} as const;

/** Past the quota no condition on the aliases takes effect. Source: KMS Developer Guide, resource quotas. */
export function hasTooManyAliases({ target, given }: Call): boolean {
  return (target.key.aliases?.length ?? 0) > aliasQuota && !given?.has('kms:resourcealiases');
}

const aliasQuota = 50;

const operationsOnGrants = new Set(['CreateGrant', 'ListGrants', 'RevokeGrant']);
const withoutCallerAccount = new Set(['ListKeys', 'ListAliases', 'ListRetirableGrants', 'GenerateRandom']);

const exactKeys: Readonly<Record<string, Derive>> = {
  'kms:calleraccount': kmsOnly((call) =>
    withoutCallerAccount.has(call.action.name) ? undefined : (call.caller.account ?? undefined),
  ),
  'kms:viaservice': kmsOnly((call) =>
    call.action.row?.resource !== 'account' || call.action.name === 'CreateKey'
      ? viaService(call)
      : undefined,
  ),
  'kms:keyspec': ofKey(keySpec),
  'kms:customermasterkeyspec': ofKey(keySpec),
  'kms:keyusage': ofKey(keyUsage),
  'kms:customermasterkeyusage': ofKey(keyUsage),
  'kms:keyorigin': ofKey((key) => key.origin ?? 'AWS_KMS'),
  'kms:multiregion': ofKey((key) => `${isMultiRegion(key)}`),
  'kms:multiregionkeytype': ofKey((key) =>
    isMultiRegion(key) ? (key.multiRegionKeyType ?? 'PRIMARY') : undefined,
  ),
  'kms:resourcealiases': (call) => {
    if (!isAboutKey(call)) return undefined;
    return hasTooManyAliases(call) ? unmeetable : (call.target.key.aliases ?? []);
  },
  'kms:requestalias': ({ action, target }) =>
    action.row?.byAlias && target.alias !== null ? target.alias : undefined,
  'kms:encryptionalgorithm': ({ action, target: { key } }) =>
    action.row?.encryptionContext && action.name !== 'CreateGrant' && keySpec(key) === symmetric
      ? symmetric
      : undefined,
  'kms:encryptioncontextkeys': (call) =>
    call.action.row?.encryptionContext ? encryptionContextPairs(call).map(([name]) => name) : undefined,
  'kms:messagetype': ({ action }) => (action.name === 'Sign' || action.name === 'Verify' ? 'RAW' : undefined),
  'kms:grantisforawsresource': (call) =>
    operationsOnGrants.has(call.action.name) ? `${viaService(call) !== undefined}` : undefined,

  'aws:principalarn': ({ caller }) => (caller.account === null ? undefined : (caller.roleArn ?? caller.arn)),
  'aws:principalaccount': ({ caller }) =>
    caller.kind === 'anonymous' ? 'anonymous' : (caller.account ?? undefined),
  'aws:principaltype': ({ caller }) => principalTypes[caller.kind],
  'aws:principalisawsservice': ({ caller }) =>
    caller.kind === 'anonymous' ? undefined : `${caller.kind === 'service'}`,
  'aws:principalservicename': ({ caller }) => (caller.kind === 'service' ? caller.name : undefined),
  'aws:principalorgid': (call) => organizationOf(call.caller.account, call),
  'aws:resourceorgid': (call) => organizationOf(call.target.account, call),
  'aws:userid': ({ caller }) => {
    if (caller.kind === 'root') return caller.account ?? undefined;
    return caller.kind === 'federatedUser' ? `${caller.account}:${caller.name}` : undefined;
  },
  'aws:username': ({ caller }) => (caller.kind === 'user' ? caller.name : undefined),
  'aws:resourceaccount': ({ target }) => target.account || undefined,
  'aws:requestedregion': ({ target, action, environment: { key } }) => {
    const home = target.arn ?? (action.service === 'kms' ? parseArn(key?.arn ?? '') : null);
    return home === null || home.region === '' || home.region === '*' ? undefined : home.region;
  },
  'aws:securetransport': kmsOnly(() => 'true'),
  'aws:viaawsservice': (call) => `${viaService(call) !== undefined}`,
  'aws:sourcevpce': (call) => (viaService(call) === undefined ? call.request.vpcEndpoint : undefined),
  'aws:calledvia': calledVia,
  'aws:calledviafirst': calledVia,
  'aws:calledvialast': calledVia,
  // A service calls from its own network, and an endpoint hides the public address.
  'aws:sourceip': (call) =>
    viaService(call) === undefined && call.request.vpcEndpoint === undefined
      ? call.request.sourceIp
      : undefined,
  'aws:vpcsourceip': ({ request }) => (request.vpcEndpoint === undefined ? undefined : request.sourceIp),
  'aws:sourceaccount': sourceAccount,
  'aws:currenttime': ({ request }) => request.time,
  'aws:epochtime': ({ request }) => {
    const time = request.time === undefined ? null : readTime(request.time);
    return time === null ? undefined : `${Math.floor(time / 1000)}`;
  },
  'aws:tagkeys': ({ given }) => {
    const names = [...(given?.keys() ?? [])].filter((name) => name.startsWith('aws:requesttag/'));
    return names.length === 0 ? undefined : names.map((name) => name.slice('aws:requesttag/'.length));
  },
};

const prefixedKeys: Readonly<Record<string, (call: Call, rest: string) => Derived>> = {
  'aws:principaltag/': ({ subject }, rest) => tagValue(subject.tags, rest),
  'aws:resourcetag/': (call, rest) =>
    isAboutKey(call) ? tagValue(call.target.key.tags ?? {}, rest) : undefined,
  'kms:encryptioncontext:': ({ request: { encryptionContext = {} }, action }, rest) =>
    action.row?.encryptionContext ? tagValue(encryptionContext, rest) : undefined,
};

/** Names behind a prefix are matched without regard to case. */
function tagValue(tags: Readonly<Record<string, string>>, lowerCaseName: string): string | undefined {
  for (const name in tags) if (name.toLowerCase() === lowerCaseName) return tags[name];
  return undefined;
}

/** Services that tell KMS of the chain of calls. Source: IAM User Guide, aws:CalledVia. */
const chainServices = new Set(['athena', 'cloudformation', 'dynamodb']);

function calledVia(call: Call): string | undefined {
  const service = viaService(call)?.split('.')[0] ?? '';
  return chainServices.has(service) ? `${service}.amazonaws.com` : undefined;
}

export function viaService({ request, target, given }: Call): string | undefined {
  const via = request.viaService ?? given?.get('kms:viaservice')?.[0];
  if (via === undefined || via === '') return undefined;
  return via.includes('.') ? via : `${via}.${target.arn?.region ?? '*'}.amazonaws.com`;
}

/** Name–value pairs as sent; case counts in both. */
export function encryptionContextPairs({ request }: Call): readonly (readonly [string, string])[] {
  const pairs = Object.entries(request.encryptionContext ?? {});
  for (const name in request.context) {
    const value = request.context[name];
    if (value !== undefined && name.toLowerCase().startsWith('kms:encryptioncontext:')) {
      pairs.push([name.slice('kms:encryptioncontext:'.length), String(value)]);
    }
  }
  return pairs;
}

/** Reads a condition key from a call: its values, or undefined when it is absent. */
export type KeyReader = (call: Call) => readonly string[] | undefined;

const readers = new Map<string, KeyReader>();
const readersLimit = 4096;

/** Prepares the look-up of one key. Names are case-insensitive. */
export function compileKey(name: string): KeyReader {
  const lower = lowerCase(name);
  const known = readers.get(lower);
  if (known) return known;
  const reader = makeReader(lower);
  if (readers.size < readersLimit) readers.set(lower, reader);
  return reader;
}

function makeReader(lower: string): KeyReader {
  const derive = Object.hasOwn(exactKeys, lower) ? exactKeys[lower] : prefixReader(lower);
  return (call) => {
    const given = call.given?.get(lower);
    if (given !== undefined || derive === undefined) return given;
    const value = derive(call);
    return typeof value === 'string' ? [value] : value;
  };
}

function prefixReader(lower: string): Derive | undefined {
  for (const prefix in prefixedKeys) {
    const derive = prefixedKeys[prefix];
    if (derive && lower.startsWith(prefix)) {
      const rest = lower.slice(prefix.length);
      return (call) => derive(call, rest);
    }
  }
  return undefined;
}
