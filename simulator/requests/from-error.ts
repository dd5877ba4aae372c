import type { AccessRequest } from '../authorize/types.ts';
import { actionNames } from '../catalog/actions.ts';
import { parseAction } from '../match/action.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import type { PolicyKind } from '../policy/types.ts';
import { cleanText } from './clean.ts';
import { serviceOfCall, viaServiceOf } from './service-calls.ts';
import type { ExpectedAnswer, ReadRequest, UnreadPart } from './types.ts';

type Draft = { -readonly [K in keyof AccessRequest]?: AccessRequest[K] };

/**
 * Reads an AccessDenied text of an SDK, the CLI, the console or CloudTrail into the request that was
 * denied. Never throws: what could not be read is named.
 */
export function requestFromError(text: string): ReadRequest {
  if (typeof text !== 'string') return { request: {}, unread: ['notText'] };
  const plain = cleanText(text);
  return readSentence(plain) ?? readKnownSentence(plain) ?? readNothing(plain);
}

const authorized = ' is not authorized to perform';

/** `User: … is not authorized to perform: … on resource: … because …` */
function readSentence(text: string): ReadRequest | null {
  const at = text.indexOf(authorized);
  if (at < 0) return null;
  const unread: UnreadPart[] = [];
  const request: Draft = {};
  const principal = readPrincipal(text.slice(0, at));
  if (principal === null) unread.push('principal');
  else request.principal = principal;
  const rest = text.slice(at + authorized.length).replace(/^[: ]+/, '');
  const action = readAction(rest) ?? readCalledOperation(text);
  if (action === null) unread.push('action');
  else request.action = action;
  const resource = readResource(rest);
  if (resource === null) unread.push('resource');
  else request.resource = resource;
  addService(request, text);
  const expected = readReason(rest);
  if (expected === null) unread.push('reason');
  return { request, expected: expected ?? {}, unread };
}

function readPrincipal(before: string): AccessRequest['principal'] | null {
  const found = [...before.matchAll(/(?:User|Principal): ?/g)].at(-1);
  const from = found ? found.index + found[0].length : 0;
  const words = before.slice(from).trim();
  // Session names have no spaces; without "User:" the last word is meant.
  const name = trimmed(found ? words : (words.split(' ').at(-1) ?? ''));
  if (name.toLowerCase() === 'anonymous') return { type: 'Anonymous' };
  return parseCaller(name) === null ? null : name;
}

function readAction(rest: string): string | null {
  const [word = ''] = rest.split(' ', 1);
  return asAction(trimmed(word));
}

function asAction(word: string): string | null {
  return /^[a-zA-Z][\w-]*:[A-Z]\w*$/.test(word) ? (parseAction(word)?.full ?? null) : null;
}

/** `… when calling the Decrypt operation: …`, `operation error KMS: Decrypt, …`. */
function readCalledOperation(text: string): string | null {
  const name = calledOperation(text);
  const known = actionNames.find((action) => action === name);
  return known === undefined ? null : `kms:${known}`;
}

function calledOperation(text: string): string | undefined {
  return (
    /when calling the (\w{1,64}) operation/.exec(text)?.[1] ??
    /operation error [\w ]{1,40}: (\w{1,64})/.exec(text)?.[1]
  );
}

function readResource(rest: string): string | null {
  if (/on the resource associated with this ciphertext/.test(rest)) return '';
  const at = rest.search(/on resources?: ?/);
  if (at < 0) return null;
  const [word = ''] = rest
    .slice(at)
    .replace(/^on resources?: ?/, '')
    .split(' ', 1);
  const resource = trimmed(word);
  if (resource === '*') return resource;
  return parseArn(resource) === null ? null : resource;
}

const around = '"\'`(<[)>],.;';

/** A word without the quotes, brackets and full stops around it. */
function trimmed(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && around.includes(word.charAt(start))) start++;
  while (end > start && around.includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

/** A call of S3 that fails on kms:Decrypt was a call of S3 for the caller. */
function addService(request: Draft, text: string): void {
  const service = serviceOfCall(calledOperation(text) ?? '');
  const region = parseArn(request.resource ?? '')?.region;
  if (service && request.action?.startsWith('kms:')) {
    request.viaService = region ? viaServiceOf(service, region) : service;
  }
}

const policyNames: readonly (readonly [string, PolicyKind])[] = [
  ['identity-based polic', 'identity'],
  ['resource-based polic', 'key'],
  ['service control polic', 'scp'],
  ['resource control polic', 'rcp'],
  ['permissions boundar', 'boundary'],
  ['session polic', 'session'],
  ['vpc endpoint polic', 'endpoint'],
];

function readReason(rest: string): ExpectedAnswer | null {
  const lower = rest.toLowerCase();
  // Told to callers of other accounts: nothing, or an explicit deny, either way the key policy's doing.
  if (lower.includes('no resource-based policies allow access')) return { policy: 'key' };
  const denied = lower.indexOf('explicit deny');
  const silent = lower.search(/because no /);
  if (denied < 0 && silent < 0) return null;
  const from = lower.slice(denied < 0 ? silent : denied);
  const found = policyNames
    .map(([name, kind]) => ({ kind, at: from.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const policyArn =
    denied < 0 ? undefined : /explicit deny in an? [a-z- ]{1,40}: ?(arn:[^\s"',)]{1,2000})/i.exec(rest)?.[1];
  return {
    verdict: denied < 0 ? 'ImplicitlyDenied' : 'ExplicitlyDenied',
    ...(found && { policy: found.kind }),
    ...(policyArn !== undefined && { policyArn: trimmed(policyArn) }),
  };
}

type KnownSentence = (text: string) => ReadRequest | null;

/** What services and older versions of KMS say instead. */
const knownSentences: readonly KnownSentence[] = [
  // CloudWatch Logs calls as itself: the group's ARN tells the rest.
  (text) => {
    const group = /not allowed to be used with (?:LogGroup )?['"]?(arn:aws[\w-]*:logs:[^\s'"]{1,600})/i.exec(
      text,
    )?.[1];
    const arn = parseArn(trimmed(group ?? ''));
    if (arn === null) return null;
    const principal = `logs.${arn.region}.amazonaws.com`;
    return {
      request: { principal, encryptionContext: { 'aws:logs:arn': trimmed(group ?? '') } },
      unread: ['action', 'resource'],
    };
  },
  (text) =>
    /ciphertext refers to a customer master key that does not exist/i.test(text)
      ? { request: { action: 'kms:Decrypt', resource: '' }, expected: {}, unread: ['principal', 'reason'] }
      : null,
  (text) => {
    const found =
      /(?:Alias (arn:aws[\w-]*:kms:[^\s'"]{1,600}) is not found|Key '(arn:aws[\w-]*:kms:[^\s']{1,600})' does not exist|Invalid keyId '?([^\s']{1,600})'?)/i.exec(
        text,
      );
    const resource = found?.[1] ?? found?.[2] ?? found?.[3];
    if (resource === undefined) return null;
    const action = readCalledOperation(text);
    return {
      request: { resource, ...(action !== null && { action }) },
      expected: { verdict: 'ImplicitlyDenied' },
      unread: action === null ? ['principal', 'action'] : ['principal'],
    };
  },
  (text) =>
    /access to KMS is not allowed/i.test(text)
      ? {
          request: { action: 'kms:Decrypt', viaService: 'secretsmanager' },
          expected: {},
          unread: ['principal', 'resource', 'detailsKeptByService'],
        }
      : null,
];

function readKnownSentence(text: string): ReadRequest | null {
  for (const read of knownSentences) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

function readNothing(text: string): ReadRequest {
  const action = readCalledOperation(text);
  const bare = /access ?denied/i.test(text);
  return {
    request: action === null ? {} : { action },
    unread: [
      'principal',
      ...(action === null ? (['action'] as const) : []),
      'resource',
      bare ? 'accessDeniedWithoutDetails' : 'reason',
    ],
  };
}
