import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import type { AccessRequest, Environment, KeyEntry, KeyFacts } from './types.ts';

/** Actions whose ciphertext names the key in full, so that a bare id may be of another account. */
const namedByCiphertext = new Set(['kms:decrypt', 'kms:reencryptfrom', 'kms:reencrypt']);

/**
 * The environment in which the key that a request names is the key: its policy, its grants, its owner's
 * RCPs. A request for none of the known keys stays with the environment itself.
 */
export function environmentFor(request: AccessRequest, base: Environment): Environment {
  const { keys, key: own } = base;
  if (keys === undefined || namesKey(request, own)) return base;
  const entry = keys.find(({ key }) => namesKey(request, key));
  return entry === undefined ? base : environmentOf(entry, base);
}

/** Whether a request names a key: by ARN, alias ARN, or by an id or alias, which count in the caller's account. */
export function namesKey(request: AccessRequest, key: KeyFacts | null | undefined): boolean {
  const { principal, resource, action } = request;
  if (key?.arn === undefined) return false;
  if (key.arn === resource) return true;
  const arn = parseArn(key.arn);
  if (arn === null) return false;
  if (resource.startsWith('arn:')) {
    const home = key.arn.slice(0, key.arn.length - arn.resource.length);
    return key.aliases?.some((alias) => resource === home + alias) ?? false;
  }
  const near = parseCaller(principal)?.account === arn.account;
  if (resource.startsWith('alias/')) return near && (key.aliases?.includes(resource) ?? false);
  return arn.resource === `key/${resource}` && (near || namedByCiphertext.has(action.toLowerCase()));
}

/** Kept, so that the policies of a second key are read once. */
const environments = new WeakMap<
  KeyEntry,
  { readonly base: Environment; readonly environment: Environment }
>();

function environmentOf(entry: KeyEntry, base: Environment): Environment {
  let made = environments.get(entry);
  if (made?.base !== base) {
    const { key, resourcePolicy = null, grants = null, rcps = base.rcps ?? null } = entry;
    made = { base, environment: { ...base, key, resourcePolicy, grants, rcps } };
    environments.set(entry, made);
  }
  return made.environment;
}
