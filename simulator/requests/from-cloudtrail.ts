import type { AccessRequest, ContextValue } from '../authorize/types.ts';
import { parseAction } from '../match/action.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import { requestFromError } from './from-error.ts';
import { asObject, type JsonObject, listOf, memberOf, pairsOf, textOf } from './json-value.ts';
import { contextOfParameters } from './parameter-context.ts';
import { viaServiceOf } from './service-calls.ts';
import type { ExpectedAnswer, ReadRequest, UnreadPart } from './types.ts';

type Draft = { -readonly [K in keyof AccessRequest]?: AccessRequest[K] };

/**
 * Reads a CloudTrail event into the request that it records: the event itself, a file of Records (the
 * first KMS call that failed, or else the first), the answer of LookupEvents or an EventBridge event,
 * as text or as a value. Never throws: what could not be read is named.
 */
export function requestFromCloudTrail(json: unknown): ReadRequest {
  let value = json;
  if (typeof json === 'string') {
    const parsed = parse(json);
    if (parsed === undefined) return { request: {}, unread: ['notJson'] };
    value = parsed;
  }
  const event = findEvent(value, 0);
  return event === undefined ? { request: {}, unread: ['notAnEvent'] } : readEvent(event);
}

const nestingLimit = 6;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The event inside whatever it was delivered in. */
function findEvent(value: unknown, depth: number): JsonObject | undefined {
  if (depth > nestingLimit) return undefined;
  if (typeof value === 'string') return findEvent(parse(value), depth + 1);
  if (Array.isArray(value)) {
    const events = value.map((item) => findEvent(item, depth + 1)).filter((event) => event !== undefined);
    const ofKms = events.filter((event) => textOf(event, 'eventSource') === 'kms.amazonaws.com');
    return ofKms.find((event) => textOf(event, 'errorCode') !== undefined) ?? ofKms[0] ?? events[0];
  }
  const object = asObject(value);
  if (object === undefined) return undefined;
  if (textOf(object, 'eventName') !== undefined && textOf(object, 'eventSource') !== undefined) return object;
  for (const name of [
    'Records',
    'Events',
    'events',
    'detail',
    'CloudTrailEvent',
    'message',
    '@message',
    'eventJson',
  ]) {
    const found = findEvent(memberOf(object, name), depth + 1);
    if (found) return found;
  }
  return undefined;
}

function readEvent(event: JsonObject): ReadRequest {
  const unread: UnreadPart[] = [];
  const request: Draft = {};
  const operation = textOf(event, 'eventName') ?? '';
  const parameters = memberOf(event, 'requestParameters');
  if (textOf(event, 'eventType') === 'AwsServiceEvent') unread.push('serviceEvent');

  const source = (textOf(event, 'eventSource') ?? '').replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  const action = parseAction(`${source}:${operation}`);
  if (source === 'kms' && (operation === 'ReEncrypt' || action !== null)) request.action = `kms:${operation}`;
  else if (action !== null) request.action = action.full;
  else unread.push('action');

  readIdentity(event, request, unread);
  readResources(event, operation, parameters, request, unread);
  readContext(event, operation, parameters, request, unread);
  const expected = readOutcome(event, request, unread);
  return { request, ...(expected && { expected }), unread };
}

function readIdentity(event: JsonObject, request: Draft, unread: UnreadPart[]): void {
  const identity = memberOf(event, 'userIdentity');
  const arn = textOf(identity, 'arn');
  const by = textOf(identity, 'invokedBy');
  const type = textOf(identity, 'type');
  if (arn !== undefined && parseCaller(arn) !== null) request.principal = arn;
  else if (type === 'AWSService' && by !== undefined && parseCaller(by) !== null)
    request.principal = withRegion(by, textOf(event, 'awsRegion'));
  else unread.push('principal');
  const isService = by?.includes('.amazonaws.com') ?? false;
  if (by !== undefined && isService && type !== 'AWSService') {
    request.viaService = viaServiceOf(by, textOf(event, 'awsRegion') ?? '*');
  }
}

/** CloudWatch Logs is the service that key policies name with its Region. */
function withRegion(service: string, region: string | undefined): string {
  return service === 'logs.amazonaws.com' && region !== undefined ? `logs.${region}.amazonaws.com` : service;
}

/** Keys among the record's resources, in order. */
function keyArns(event: JsonObject): readonly string[] {
  return listOf(event, 'resources')
    .map((resource) => textOf(resource, 'ARN') ?? textOf(resource, 'arn') ?? '')
    .filter((arn) => parseArn(arn)?.resource.startsWith('key/'));
}

function readResources(
  event: JsonObject,
  operation: string,
  parameters: unknown,
  request: Draft,
  unread: UnreadPart[],
): void {
  const keys = keyArns(event);
  const name = textOf(parameters, 'aliasName');
  const row = parseAction(request.action ?? '')?.row;
  if (row?.resource === 'account') {
    request.resource = '*';
    return;
  }
  if (name !== undefined) {
    request.resource = inRegion(name, event);
    const target = textOf(parameters, 'targetKeyId');
    if (operation === 'UpdateAlias' && target !== undefined) request.secondResource = inRegion(target, event);
    return;
  }
  const twoKeys = operation === 'ReEncrypt';
  const named = textOf(parameters, twoKeys ? 'sourceKeyId' : 'keyId');
  const denied = textOf(event, 'errorMessage');
  const told = denied === undefined ? undefined : requestFromError(denied).request.resource;
  // An alias as it was given matters: kms:RequestAlias. A key id says less than the record's own ARN.
  const resource = named?.includes('alias/')
    ? inRegion(named, event)
    : (keys[0] ?? told ?? (named && inRegion(named, event)));
  if (resource !== undefined) request.resource = resource;
  else unread.push('resource');
  if (!twoKeys) return;
  const destination = textOf(parameters, 'destinationKeyId');
  const second = keys[1] ?? (destination && inRegion(destination, event));
  if (second) request.secondResource = second;
  else unread.push('secondResource');
}

/** An id or alias name as an ARN: it belongs to the caller's account. */
function inRegion(name: string, event: JsonObject): string {
  if (name.startsWith('arn:')) return name;
  const region = textOf(event, 'awsRegion');
  const account = textOf(memberOf(event, 'userIdentity'), 'accountId') ?? textOf(event, 'recipientAccountId');
  if (region === undefined || account === undefined) return name;
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const resource = name.startsWith('alias/') ? name : `key/${name}`;
  return `arn:${partition}:kms:${region}:${account}:${resource}`;
}

function readContext(
  event: JsonObject,
  operation: string,
  parameters: unknown,
  request: Draft,
  unread: UnreadPart[],
): void {
  const constraints = memberOf(parameters, 'constraints');
  const places: readonly (readonly [unknown, string])[] = [
    [parameters, operation === 'ReEncrypt' ? 'sourceEncryptionContext' : 'encryptionContext'],
    [constraints, 'encryptionContextSubset'],
    [constraints, 'encryptionContextEquals'],
  ];
  for (const [holder, name] of places) {
    const given = memberOf(holder, name);
    if (given === undefined || given === null) continue;
    const pairs = pairsOf(holder, name);
    if (pairs) request.encryptionContext = pairs;
    else unread.push('encryptionContext');
  }
  const address = textOf(event, 'sourceIPAddress');
  if (address !== undefined) {
    if (/^[\d.]{7,15}$|^[\da-f:.]*:[\da-f:.]*$/i.test(address)) request.sourceIp = address;
    else if (!address.includes('.amazonaws.com') && address !== 'AWS Internal') unread.push('sourceIp');
  }
  const endpoint = textOf(event, 'vpcEndpointId');
  if (endpoint !== undefined) request.vpcEndpoint = endpoint;
  const time = textOf(event, 'eventTime');
  if (time !== undefined && !Number.isNaN(Date.parse(time))) request.time = time;
  const context = { ...contextOfParameters(parameters, operation), ...sessionContext(event) };
  if (Object.keys(context).length > 0) request.context = context;
}

function sessionContext(event: JsonObject): Record<string, ContextValue> {
  const attributes = memberOf(memberOf(memberOf(event, 'userIdentity'), 'sessionContext'), 'attributes');
  const context: Record<string, ContextValue> = {};
  const mfa = memberOf(attributes, 'mfaAuthenticated');
  if (mfa !== undefined && mfa !== null)
    context['aws:MultiFactorAuthPresent'] = `${mfa}` === 'true' ? 'true' : 'false';
  const issued = textOf(attributes, 'creationDate');
  if (issued !== undefined) context['aws:TokenIssueTime'] = issued;
  const agent = textOf(event, 'userAgent');
  if (agent !== undefined && !agent.endsWith('.amazonaws.com') && agent !== 'AWS Internal') {
    context['aws:UserAgent'] = agent;
  }
  return context;
}

function readOutcome(event: JsonObject, request: Draft, unread: UnreadPart[]): ExpectedAnswer | undefined {
  const code = textOf(event, 'errorCode');
  if (code === undefined) return unread.includes('serviceEvent') ? undefined : { verdict: 'Allowed' };
  if (!/access ?denied|unauthorized/i.test(code)) {
    // Other errors come before or after the question of permission; which, the record does not say.
    unread.push('outcome');
    return undefined;
  }
  const told = requestFromError(textOf(event, 'errorMessage') ?? '');
  if (request.principal === undefined && told.request.principal !== undefined) {
    request.principal = told.request.principal;
    unread.splice(unread.indexOf('principal'), 1);
  }
  if (told.expected?.verdict === undefined) unread.push('reason');
  return told.expected ?? {};
}
