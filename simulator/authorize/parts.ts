/*
 * Operations that ask more than one permission. Each part is a request of its own, held against the
 * policies of the resource that it is about; all of them must be allowed.
 * Source: KMS Developer Guide "AWS KMS permissions"; API ReEncrypt, UpdateAlias, ReplicateKey, CreateKey.
 */
import { parseCaller } from '../match/caller.ts';
import { keyToBe } from './call.ts';
import type { AccessRequest, Environment, KeyEntry, KeyFacts } from './types.ts';

export interface Part {
  readonly request: AccessRequest;
  readonly environment: Environment;
}

type Split = (request: AccessRequest, environment: Environment) => readonly Part[] | null;

const splits: Readonly<Record<string, Split>> = {
  'kms:createalias': aliasAndKey,
  'kms:deletealias': aliasAndKey,
  'kms:updatealias': (request, environment) => {
    const parts = aliasAndKey(request, environment);
    return parts && request.secondResource
      ? [...parts, secondKey(request, environment, request.action)]
      : parts;
  },
  'kms:reencrypt': (request, environment) => [
    { request: { ...request, action: 'kms:ReEncryptFrom' }, environment },
    secondKey(request, environment, 'kms:ReEncryptTo'),
  ],
  'kms:replicatekey': (request, environment) => [
    { request, environment },
    { request: { ...request, action: 'kms:CreateKey', resource: '*' }, environment },
    ...taggingPart(request, environment),
  ],
  'kms:updateprimaryregion': (request, environment) =>
    request.secondResource === undefined
      ? null
      : [{ request, environment }, secondKey(request, environment, request.action)],
  'kms:createkey': (request, environment) => {
    const tagging = taggingPart(request, environment);
    return tagging.length === 0 ? null : [{ request, environment }, ...tagging];
  },
};

/** The parts of an operation; null when it is decided as a whole. */
export function partsOf(request: AccessRequest, environment: Environment): readonly Part[] | null {
  const name = request.action.toLowerCase();
  return Object.hasOwn(splits, name) ? (splits[name]?.(request, environment) ?? null) : null;
}

/** The alias by IAM policy; the key by its key policy. A request that names the key asks for that part alone. */
function aliasAndKey(request: AccessRequest, environment: Environment): readonly Part[] | null {
  const name = request.resource.startsWith('arn:')
    ? request.resource.split(':').slice(5).join(':')
    : request.resource;
  if (!name.startsWith('alias/')) return null;
  const keyArn = environment.key?.arn;
  const account = request.resourceAccount ?? parseCaller(request.principal)?.account ?? '';
  const region = keyArn?.split(':')[3] ?? '*';
  const arn = request.resource.startsWith('arn:')
    ? request.resource
    : `arn:aws:kms:${region}:${account}:${name}`;
  const alias: Part = { request: { ...request, resource: arn }, environment };
  return keyArn === undefined ? [alias] : [alias, { request: { ...request, resource: keyArn }, environment }];
}

function secondKey(request: AccessRequest, environment: Environment, action: string): Part {
  const resource = request.secondResource ?? request.resource;
  const { resourceAccount, ...second } = { ...request, action, resource };
  const own = environmentFor(second, environment);
  return resource === request.resource && resourceAccount !== undefined
    ? { request: { ...second, resourceAccount }, environment: own }
    : { request: second, environment: own };
}

/** The environment in which a request's key is the key: its policy, its grants, its owner's RCPs. */
export function environmentFor(request: AccessRequest, environment: Environment): Environment {
  const { keys, key: own } = environment;
  if (keys === undefined || names(request, own)) return environment;
  const entry = keys.find(({ key }) => names(request, key));
  return entry === undefined ? environment : environmentOf(entry, environment);
}

/** Whether a request names a key: by its ARN, by an alias ARN of its account, by an alias in the caller's account. */
function names({ principal, resource }: AccessRequest, key: KeyFacts | null | undefined): boolean {
  if (key?.arn === undefined) return false;
  if (key.arn === resource) return true;
  const home = key.arn.slice(0, key.arn.indexOf(':key/'));
  if (!resource.startsWith('alias/')) {
    return key.aliases?.some((alias) => resource === `${home}:${alias}`) ?? false;
  }
  return home.endsWith(`:${parseCaller(principal)?.account}`) && (key.aliases?.includes(resource) ?? false);
}

/** Kept, so that the policies of a second key are read once. */
const environments = new WeakMap<
  KeyEntry,
  { readonly base: Environment; readonly environment: Environment }
>();

function environmentOf(entry: KeyEntry, environment: Environment): Environment {
  let made = environments.get(entry);
  if (made?.base !== environment) {
    const { key, resourcePolicy = null, grants = null, rcps = environment.rcps ?? null } = entry;
    made = { base: environment, environment: { ...environment, key, resourcePolicy, grants, rcps } };
    environments.set(entry, made);
  }
  return made.environment;
}

/** Tags on a new key need kms:TagResource by IAM policy; the key has no policy or ARN yet. */
function taggingPart(request: AccessRequest, environment: Environment): readonly Part[] {
  const tagged = Object.keys(request.context ?? {}).some((name) =>
    /^aws:(?:requesttag\/|tagkeys$)/i.test(name),
  );
  if (!tagged) return [];
  return [{ request: { ...request, action: 'kms:TagResource', resource: keyToBe }, environment }];
}
