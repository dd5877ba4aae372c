/*
 * What a request can bring along besides caller, action and key, written as condition keys, so that
 * the conditions of policies can be turned into requests that meet or miss them.
 */
import type { AccessRequest, ContextValue, Environment } from '../authorize/types.ts';
import { conditionKeys } from '../catalog/condition-keys.ts';
import type { KmsConditionKey } from '../catalog/types.ts';
import type { ParsedAction } from '../match/action.ts';
import { parseArn } from '../match/arn.ts';
import type { ParsedCaller } from '../match/caller.ts';
import type { KnownPrincipal } from './types.ts';

/** Values by condition key, as the policy writes it; null: the request must not have the key. */
export type Facts = ReadonlyMap<string, readonly string[] | null>;

export const noFacts: Facts = new Map();

/** A principal that asks for an action. */
export interface Asker {
  readonly principal: KnownPrincipal;
  readonly caller: ParsedCaller;
  readonly action: ParsedAction;
  readonly environment: Environment;
}

/** Not a condition key: the token of a grant that is not known everywhere yet. */
export const grantTokenFact = 'grantToken';

const ofCaller = new Set([
  'kms:calleraccount',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:userid',
  'aws:username',
  // KMS answers over TLS alone.
  'aws:securetransport',
]);
const ofKey = new Set([
  'kms:keyspec',
  'kms:keyusage',
  'kms:customermasterkeyspec',
  'kms:customermasterkeyusage',
  'kms:keyorigin',
  'kms:multiregion',
  'kms:multiregionkeytype',
  'kms:resourcealiases',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:requestedregion',
]);
const byServices = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);
const tagging = new Set(['CreateKey', 'ReplicateKey', 'TagResource']);

const kmsKeys = new Map<string, KmsConditionKey>(
  Object.entries(conditionKeys).map(([name, row]) => [name.toLowerCase(), row]),
);

/**
 * Whether a request of this asker can bring the key. `no`: it cannot, or the answer follows from caller and
 * key; `keyFact`: it would follow from the key, of which too little is known.
 */
export function bringable(
  key: string,
  { principal, caller, action, environment }: Asker,
): 'yes' | 'no' | 'keyFact' {
  const lower = key.toLowerCase();
  const isService = caller.account === null;
  if (ofCaller.has(lower)) return 'no';
  if (ofKey.has(lower) || lower.startsWith('aws:resourcetag/')) {
    if (action.name === 'CreateKey') return 'yes';
    const { tags, aliases } = environment.key ?? {};
    const told =
      lower === 'kms:resourcealiases' ? aliases : lower.startsWith('aws:resourcetag/') ? tags : true;
    return told === undefined ? 'keyFact' : 'no';
  }
  if (byServices.has(lower)) return isService ? 'yes' : 'no';
  if (lower === 'aws:principalorgid' || lower === 'aws:principalorgpaths') {
    const known = environment.organization?.id !== undefined && principal.origin !== 'outsider';
    return isService || (known && lower === 'aws:principalorgid') ? 'no' : 'yes';
  }
  if (lower.startsWith('aws:principaltag/')) return isService || principal.origin === 'caller' ? 'no' : 'yes';
  if (lower.startsWith('aws:requesttag/')) return tagging.has(action.name) ? 'yes' : 'no';
  if (lower === 'aws:tagkeys') {
    return tagging.has(action.name) || action.name === 'UntagResource' ? 'yes' : 'no';
  }
  if (lower === 'kms:viaservice') return isService ? 'no' : 'yes';
  if (lower.startsWith('kms:encryptioncontext')) return action.row?.encryptionContext ? 'yes' : 'no';
  if (lower === 'kms:requestalias') return action.row?.byAlias ? 'yes' : 'no';
  if (lower.startsWith('kms:')) return goesWith(lower, action.name) ? 'yes' : 'no';
  return isService && !/^aws:(?:currenttime|epochtime|useragent)$/.test(lower) ? 'no' : 'yes';
}

function goesWith(lower: string, action: string): boolean {
  const suffixed = [...kmsKeys].find(([name, row]) => row.suffixed && lower.startsWith(name))?.[1];
  const operations = (kmsKeys.get(lower) ?? suffixed)?.operations;
  const operation = action.startsWith('ReEncrypt') ? 'ReEncrypt' : action;
  return typeof operations === 'object' && operations.some((name) => name === operation);
}

type Draft = { -readonly [K in keyof AccessRequest]: AccessRequest[K] };
type Bring = (draft: Draft, values: readonly string[], region: string) => void;

const exampleEndpoint = 'vpce-0123456789abcdef0';

const brings: Readonly<Record<string, Bring>> = {
  'kms:viaservice': (draft, [service]) => {
    if (service !== undefined) draft.viaService = service;
  },
  'kms:grantisforawsresource': throughSomeService,
  'aws:viaawsservice': throughSomeService,
  'kms:encryptioncontextkeys': (draft, names) => {
    const pairs = Object.fromEntries(names.map((name) => [name, 'example']));
    draft.encryptionContext = { ...pairs, ...draft.encryptionContext };
  },
  'aws:sourceip': (draft, [address]) => {
    if (address !== undefined) draft.sourceIp = address;
  },
  'aws:vpcsourceip': (draft, [address]) => {
    if (address !== undefined) draft.sourceIp = address;
    draft.vpcEndpoint ??= exampleEndpoint;
  },
  'aws:sourcevpce': (draft, [endpoint]) => {
    if (endpoint !== undefined) draft.vpcEndpoint = endpoint;
  },
  'aws:sourcevpc': (draft, values) => {
    draft.vpcEndpoint ??= exampleEndpoint;
    addContext(draft, 'aws:SourceVpc', values);
  },
  'aws:currenttime': (draft, [time]) => {
    if (time !== undefined) draft.time = time;
  },
  'aws:epochtime': (draft, [seconds]) => {
    const time = new Date(Number(seconds) * 1000);
    if (!Number.isNaN(time.getTime())) draft.time = time.toISOString();
  },
  'kms:requestalias': (draft, [alias]) => {
    const arn = parseArn(draft.resource);
    if (alias === undefined || arn === null) return;
    draft.resource = `arn:${arn.partition}:kms:${arn.region}:${arn.account}:${alias}`;
  },
  [grantTokenFact.toLowerCase()]: (draft, tokens) => {
    draft.grantTokens = tokens;
  },
};

function throughSomeService(draft: Draft, [value]: readonly string[], region: string): void {
  if (value === 'true') draft.viaService ??= `ec2.${region}.amazonaws.com`;
}

function addContext(draft: Draft, key: string, values: readonly string[]): void {
  const value: ContextValue | undefined = values.length === 1 ? values[0] : values;
  if (value !== undefined) draft.context = { ...draft.context, [key]: value };
}

const encryptionContext = 'kms:encryptioncontext:';

/** The request with the facts in it. */
export function withFacts(request: AccessRequest, facts: Facts): AccessRequest {
  if (facts.size === 0) return request;
  const draft: Draft = { ...request };
  const region = parseArn(request.resource)?.region ?? 'us-east-1';
  for (const [key, values] of facts) {
    const lower = key.toLowerCase();
    if (values === null) leaveOut(draft, lower);
    else if (lower.startsWith(encryptionContext)) {
      const name = key.slice(encryptionContext.length);
      draft.encryptionContext = { ...draft.encryptionContext, [name]: values[0] ?? '' };
    } else if (Object.hasOwn(brings, lower)) brings[lower]?.(draft, values, region);
    else addContext(draft, key, values);
  }
  return draft;
}

function leaveOut(draft: Draft, lower: string): void {
  if (lower === 'aws:sourceip') delete draft.sourceIp;
  else if (lower === 'kms:viaservice') delete draft.viaService;
  else if (lower === 'aws:sourcevpce') delete draft.vpcEndpoint;
  else if (lower.startsWith('kms:encryptioncontext')) delete draft.encryptionContext;
  const { context } = draft;
  if (context) {
    draft.context = Object.fromEntries(
      Object.entries(context).filter(([name]) => name.toLowerCase() !== lower),
    );
  }
}

/** Both sets of facts; null where they contradict each other. */
export function merged(a: Facts, b: Facts): Facts | null {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const all = new Map(a);
  for (const [key, values] of b) {
    const other = [...a.keys()].find((name) => name.toLowerCase() === key.toLowerCase());
    if (other === undefined) all.set(key, values);
    else if (`${a.get(other)}` !== `${values}`) return null;
  }
  return all;
}
