import { type ParsedAction, parseAction } from '../match/action.ts';
import { type Arn, parseArn } from '../match/arn.ts';
import { type ParsedCaller, parseCaller } from '../match/caller.ts';
import type { AccessRequest, Environment, KeyFacts } from './types.ts';

/** What the request is about, once aliases and short ids are followed. */
export interface Target {
  /** What a policy's Resource is held against: an ARN or `*`. */
  readonly resource: string;
  readonly arn: Arn | null;
  readonly account: string;
  readonly key: KeyFacts;
  /** `alias/name` when the request named the key by it. */
  readonly alias: string | null;
  /** Why there is nothing to decide about; AWS answers NotFoundException. */
  readonly missing: 'alias' | 'key' | null;
  /** An alias, a key yet to be made, or the account as a whole: no key policy speaks of it. */
  readonly byIdentityAlone: boolean;
}

/** The resource of a request about a key that the same operation is about to make. */
export const keyToBe = 'key/to-be';

/** A request made ready to be held against policies. */
export interface Call {
  readonly request: AccessRequest;
  readonly caller: ParsedCaller;
  /** `caller.roleArn` is the real one, path included. */
  readonly knowsPath: boolean;
  readonly callerTags: Readonly<Record<string, string>>;
  readonly action: ParsedAction;
  readonly target: Target;
  readonly environment: Environment;
  /** Condition keys given with the request, by lower-case name; null when there are none. */
  readonly given: ReadonlyMap<string, readonly string[]> | null;
}

export type CallProblem = 'unknownPrincipal' | 'unknownAction' | 'malformedResource';

const keyId = /^(?:mrk-)?[0-9a-f-]{8,}$/i;

/**
 * Follows a request's resource to what policies speak of. A key's ARN stays; an alias becomes the ARN
 * of the key behind it; an alias name or key id without ARN is looked up in the caller's account.
 */
export function findTarget(
  request: AccessRequest,
  caller: ParsedCaller,
  action: ParsedAction,
  environment: Environment,
): Target | null {
  const key = environment.key ?? {};
  const keyArn = key.arn === undefined ? null : parseArn(key.arn);
  const { resource } = request;
  const own = caller.account ?? keyArn?.account ?? '';
  const at = (text: string, arn: Arn | null, rest: Partial<Target> = {}): Target => ({
    resource: text,
    arn,
    account: request.resourceAccount ?? (arn?.account || own),
    key,
    alias: null,
    missing: null,
    byIdentityAlone: false,
    ...rest,
  });
  if (action.service !== 'kms') {
    return at(resource, parseArn(resource));
  }
  if (action.row?.resource === 'account') {
    return { ...at('*', null, { byIdentityAlone: true }), account: request.resourceAccount ?? own };
  }
  if (resource === keyToBe) {
    const text = `arn:aws:kms:${keyArn?.region ?? '*'}:${own}:${keyToBe}`;
    return at(text, parseArn(text), { byIdentityAlone: true });
  }
  if (resource === '' && keyArn !== null) return at(key.arn ?? '', keyArn);
  if (resource === '*') return at(key.arn ?? '*', keyArn);
  const arn = parseArn(resource);
  const name = arn?.resource ?? resource;
  if (name.startsWith('alias/')) {
    if (action.row?.resource === 'alias') return at(resource, arn, { byIdentityAlone: true });
    const account = arn?.account ?? own;
    const known = key.aliases === undefined || key.aliases.includes(name);
    const here = keyArn === null || keyArn.account === account;
    const home = arn ?? keyArn;
    const fallback = `arn:${home?.partition ?? 'aws'}:kms:${home?.region ?? '*'}:${account}:key/unknown`;
    const behind = key.arn ?? fallback;
    return at(behind, parseArn(behind), { alias: name, missing: known && here ? null : 'alias' });
  }
  if (arn !== null) {
    return arn.service === 'kms' && arn.resource.startsWith('key/') ? at(resource, arn) : null;
  }
  if (!keyId.test(resource)) return null;
  if (keyArn === null) {
    const text = `arn:aws:kms:*:${own}:key/${resource}`;
    return at(text, parseArn(text));
  }
  const found = keyArn.resource === `key/${resource}` && keyArn.account === own;
  return at(key.arn ?? '', keyArn, { missing: found ? null : 'key' });
}

/** Values as text, by lower-case name. */
export function readContext(context: AccessRequest['context']): Call['given'] {
  if (context === undefined) return null;
  let given: Map<string, readonly string[]> | null = null;
  for (const name in context) {
    const value = context[name];
    if (value === undefined || value === null) continue;
    given ??= new Map();
    given.set(name.toLowerCase(), Array.isArray(value) ? value.map(String) : [String(value)]);
  }
  return given;
}

/** Everything in a request that does not depend on policies, or what is wrong with it. */
export function prepareCall(request: AccessRequest, environment: Environment): Call | CallProblem {
  const parsed = parseCaller(request.principal);
  if (parsed === null) return 'unknownPrincipal';
  const action = parseAction(request.action);
  if (action === null) return 'unknownAction';
  const target = findTarget(request, parsed, action, environment);
  if (target === null) return 'malformedResource';
  const role = findRole(parsed, environment);
  const profile = environment.callers?.find(({ arn }) => arn === parsed.arn) ?? role;
  return {
    request,
    caller: role && parsed.roleArn !== role.arn ? { ...parsed, roleArn: role.arn } : parsed,
    knowsPath: role !== undefined || parsed.kind === 'role',
    callerTags: profile?.tags ?? {},
    action,
    target,
    environment,
    given: readContext(request.context),
  };
}

/** The role behind a session, where the environment lists it. */
function findRole(caller: ParsedCaller, { callers }: Environment) {
  if (callers === undefined || caller.roleArn === null) return undefined;
  return callers.find(({ arn }) => {
    const candidate = parseCaller(arn);
    return (
      candidate?.kind === 'role' && candidate.account === caller.account && candidate.name === caller.name
    );
  });
}
