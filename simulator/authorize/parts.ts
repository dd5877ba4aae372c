/*
 * Operations that ask more than one permission. Each part is a request of its own, held against the
 * policies of the resource that it is about; all of them must be allowed.
 * Source: KMS Developer Guide "AWS KMS permissions"; API ReEncrypt, UpdateAlias, ReplicateKey, CreateKey.
 */
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import { lowerCase } from '../match/lower-case.ts';
import { keyToBe, unknownKey } from './call.ts';
import { environmentFor } from './key-of-request.ts';
import type { AccessRequest, ContextValue, Environment, Note } from './types.ts';

export interface Part {
  readonly request: AccessRequest;
  readonly environment: Environment;
}

export interface Split {
  readonly parts: readonly Part[];
  /** Permissions that the operation needs and the request does not tell enough of. */
  readonly notes: readonly Note[];
}

type Splitter = (request: AccessRequest, base: Environment) => Split | null;

const splitters: ReadonlyMap<string, Splitter> = new Map<string, Splitter>([
  ['kms:createalias', aliasAndKey],
  ['kms:deletealias', aliasAndKey],
  [
    'kms:updatealias',
    (request, base) => {
      const split = aliasAndKey(request, base);
      return split === null ? null : withSecondKey(split, request, base);
    },
  ],
  ['kms:reencrypt', reEncrypt],
  ['kms:replicatekey', replicateKey],
  [
    'kms:updateprimaryregion',
    (request, base) => {
      const main = { request, environment: environmentFor(request, base) };
      return withSecondKey({ parts: [main], notes: [] }, request, base);
    },
  ],
  [
    'kms:createkey',
    (request, base) => {
      const tagging = taggingPart(request, base);
      const notes = isMultiRegion(request) ? [{ code: 'serviceLinkedRoleNeeded', data: {} }] : [];
      if (tagging.length === 0 && notes.length === 0) return null;
      return { parts: [{ request, environment: base }, ...tagging], notes };
    },
  ],
]);

/** The parts of an operation; null when it is decided as a whole. */
export function partsOf(request: AccessRequest, base: Environment): Split | null {
  return splitters.get(lowerCase(request.action))?.(request, base) ?? null;
}

/** The alias by IAM policy; the key by its key policy. A request that names the key asks for that part alone. */
function aliasAndKey(request: AccessRequest, base: Environment): Split | null {
  const given = parseArn(request.resource);
  const name = given?.resource ?? request.resource;
  if (!name.startsWith('alias/')) return null;
  const environment = environmentFor(request, base);
  const keyArn = environment.key?.arn;
  const home = given ?? (keyArn === undefined ? null : parseArn(keyArn));
  const account = given?.account ?? parseCaller(request.principal)?.account ?? '';
  const prefix = `arn:${home?.partition ?? 'aws'}:kms:${home?.region ?? '*'}:${account}`;
  const alias: Part = { request: { ...request, resource: `${prefix}:${name}` }, environment };
  if (keyArn === undefined && (environment.resourcePolicy ?? null) === null) {
    return { parts: [alias], notes: [{ code: 'keyOfAliasNotGiven', data: {} }] };
  }
  const key: Part = { request: { ...request, resource: keyArn ?? `${prefix}:${unknownKey}` }, environment };
  return { parts: [alias, key], notes: [] };
}

/** Adds the same permission on the second key. */
function withSecondKey(split: Split, request: AccessRequest, base: Environment): Split {
  const { secondResource, resourceAccount: _, ...rest } = request;
  if (secondResource === undefined) {
    return {
      ...split,
      notes: [...split.notes, { code: 'secondKeyNotGiven', data: { action: request.action } }],
    };
  }
  const second = { ...rest, resource: secondResource };
  return {
    ...split,
    parts: [...split.parts, { request: second, environment: environmentFor(second, base) }],
  };
}

function reEncrypt(request: AccessRequest, base: Environment): Split {
  const { secondResource, resourceAccount, ...rest } = request;
  const source = {
    ...rest,
    ...(resourceAccount !== undefined && { resourceAccount }),
    action: 'kms:ReEncryptFrom',
  };
  const target = { ...rest, action: 'kms:ReEncryptTo', resource: secondResource ?? request.resource };
  const from = environmentFor(source, base);
  const to = environmentFor(target, base);
  const bothKnown = from.key?.arn !== undefined && to.key?.arn !== undefined && from !== to;
  const same =
    target.resource === source.resource ||
    (!bothKnown && from.key?.arn === to.key?.arn && from.keys !== undefined);
  const sameKey = { 'kms:ReEncryptOnSameKey': same };
  return {
    parts: [
      { request: withDefaults(source, sameKey), environment: from },
      { request: withDefaults(target, sameKey), environment: to },
    ],
    notes:
      secondResource === undefined ? [{ code: 'secondKeyNotGiven', data: { action: request.action } }] : [],
  };
}

/** The replica is a new key in another Region, of the primary's kind. */
function replicateKey(request: AccessRequest, base: Environment): Split {
  const environment = environmentFor(request, base);
  const { keySpec, keyUsage, origin } = environment.key ?? {};
  const region = contextValue(request, 'kms:replicaregion');
  const create = withDefaults(
    { ...request, action: 'kms:CreateKey', resource: '*' },
    {
      'kms:MultiRegion': true,
      'kms:MultiRegionKeyType': 'REPLICA',
      ...(keySpec !== undefined && { 'kms:KeySpec': keySpec }),
      ...(keyUsage !== undefined && { 'kms:KeyUsage': keyUsage }),
      ...(origin !== undefined && { 'kms:KeyOrigin': origin }),
      ...(region !== undefined && { 'aws:RequestedRegion': region }),
    },
  );
  return {
    parts: [
      { request, environment },
      { request: create, environment },
      ...taggingPart(request, environment, region),
    ],
    notes: [],
  };
}

/** Tags on a new key need kms:TagResource by IAM policy; the key has no policy or id yet. */
function taggingPart(request: AccessRequest, environment: Environment, region?: string): readonly Part[] {
  const tagged = Object.keys(request.context ?? {}).some((name) =>
    /^aws:(?:requesttag\/|tagkeys$)/i.test(name),
  );
  if (!tagged) return [];
  const home = parseArn(environment.key?.arn ?? '');
  const place = region ?? contextValue(request, 'aws:requestedregion') ?? home?.region ?? '*';
  const account = parseCaller(request.principal)?.account ?? '';
  const resource = `arn:${home?.partition ?? 'aws'}:kms:${place}:${account}:${keyToBe}`;
  return [{ request: { ...request, action: 'kms:TagResource', resource }, environment }];
}

function isMultiRegion(request: AccessRequest): boolean {
  return contextValue(request, 'kms:multiregion') === 'true';
}

function contextValue({ context }: AccessRequest, lowerCaseName: string): string | undefined {
  for (const name in context) if (name.toLowerCase() === lowerCaseName) return String(context[name]);
  return undefined;
}

/** What follows from the operation; the request's own context still wins. */
function withDefaults(
  request: AccessRequest,
  defaults: Readonly<Record<string, ContextValue>>,
): AccessRequest {
  return { ...request, context: { ...defaults, ...request.context } };
}
