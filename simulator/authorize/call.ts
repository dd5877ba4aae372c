import { type ParsedAction, parseAction } from '../match/action.ts';
import { type Arn, parseArn } from '../match/arn.ts';
import { type ParsedCaller, parseCaller } from '../match/caller.ts';
import { lowerCase } from '../match/lower-case.ts';
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

/** The key that the same operation is about to make, and the one behind an alias of which nothing is known. */
export const keyToBe = 'key/to-be';
export const unknownKey = 'key/unknown';

/** Who calls, with what the environment knows of them. */
export interface Subject {
  /** Small number, the same for the same principal as long as its reader lives. */
  readonly id: number;
  readonly caller: ParsedCaller;
  /** `caller.roleArn` is the real one, path included. */
  readonly knowsPath: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** A request made ready to be held against policies. */
export class Call {
  readonly request: AccessRequest;
  readonly subject: Subject;
  readonly action: ParsedAction;
  readonly target: Target;
  readonly environment: Environment;
  /** The same for the same principal, action and resource. */
  readonly planId: number;
  private context: ReadonlyMap<string, readonly string[]> | null | undefined;
  private named: Named | null = null;

  constructor(
    request: AccessRequest,
    subject: Subject,
    action: ParsedAction,
    target: Target,
    environment: Environment,
    planId: number,
  ) {
    this.request = request;
    this.subject = subject;
    this.action = action;
    this.target = target;
    this.environment = environment;
    this.planId = planId;
    this.context = undefined;
  }

  get caller(): ParsedCaller {
    return this.subject.caller;
  }

  get found(): Named {
    const { caller, action, target } = this;
    this.named ??= { caller: [caller.arn], action: [action.full], resource: [target.resource] };
    return this.named;
  }

  /** Condition keys given with the request, by lower-case name; null when there are none. Read when first asked for. */
  get given(): ReadonlyMap<string, readonly string[]> | null {
    if (this.context === undefined) this.context = readContext(this.request.context);
    return this.context;
  }
}

/** What the request brought to Principal, Action and Resource, as the trace lists it. */
interface Named {
  readonly caller: readonly string[];
  readonly action: readonly string[];
  readonly resource: readonly string[];
}

export type CallProblem = 'unknownPrincipal' | 'unknownAction' | 'malformedResource' | 'unknownKey';

/** Facts of a key that does not exist yet. */
const noFacts: KeyFacts = {};

const keyId = /^(?:mrk-)?[0-9a-f-]{8,}$/i;

/**
 * Follows a request's resource to what policies speak of. A key's ARN stays; an alias becomes the ARN
 * of the key behind it; an alias name or key id without ARN is looked up in the caller's account.
 */
function findTarget(
  request: AccessRequest,
  caller: ParsedCaller,
  action: ParsedAction,
  environment: Environment,
): Target | 'unknownKey' | null {
  const key = withManager(environment.key ?? noFacts, request.resource);
  const keyArn = key.arn === undefined ? null : parseArn(key.arn);
  const { resource } = request;
  const own = caller.account ?? keyArn?.account ?? '';
  const at = (text: string, arn: Arn | null, rest: Partial<Target> = {}): Target => ({
    resource: text,
    arn,
    // A key's ARN tells its account for certain.
    account: (action.service === 'kms' && arn?.account) || request.resourceAccount || arn?.account || own,
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
    const account = request.resourceAccount ?? own;
    return { ...at('*', null, { byIdentityAlone: true, key: noFacts }), account };
  }
  if (resource === '' && keyArn !== null) return at(key.arn ?? '', keyArn);
  if (resource === '*') return at(key.arn ?? '*', keyArn);
  const arn = parseArn(resource);
  const name = arn?.resource ?? resource;
  if (name.startsWith('alias/')) {
    if (action.row?.resource === 'alias') return at(resource, arn, { byIdentityAlone: true });
    const account = arn?.account ?? own;
    const known = !key.aliases || key.aliases.includes(name);
    const near = arn === null || (arn.region === keyArn?.region && arn.partition === keyArn.partition);
    const here = keyArn === null || (keyArn.account === account && near);
    const home = arn ?? keyArn;
    const fallback = `arn:${home?.partition ?? 'aws'}:kms:${home?.region ?? '*'}:${account}:${unknownKey}`;
    const behind = key.arn ?? fallback;
    return at(behind, parseArn(behind), { alias: name, missing: known && here ? null : 'alias' });
  }
  if (arn !== null) {
    if (arn.service !== 'kms' || !arn.resource.startsWith('key/')) return null;
    if (arn.resource === keyToBe) return at(resource, arn, { byIdentityAlone: true, key: noFacts });
    return key.arn === undefined || key.arn === resource ? at(resource, arn) : 'unknownKey';
  }
  if (!keyId.test(resource)) return null;
  if (keyArn === null) {
    const text = `arn:aws:kms:*:${own}:key/${resource}`;
    return at(text, parseArn(text));
  }
  // The ciphertext names the key in full, so here the id may be of another account.
  const namedByCiphertext = action.name === 'Decrypt' || action.name === 'ReEncryptFrom';
  const found = keyArn.resource === `key/${resource}` && (keyArn.account === own || namedByCiphertext);
  return at(key.arn ?? '', keyArn, { missing: found ? null : 'key' });
}

/** Values as text, by lower-case name. */
function readContext(context: AccessRequest['context']): ReadonlyMap<string, readonly string[]> | null {
  if (context === undefined) return null;
  let given: Map<string, readonly string[]> | null = null;
  for (const name in context) {
    const value = context[name];
    if (value === undefined || value === null) continue;
    given ??= new Map();
    given.set(lowerCase(name), Array.isArray(value) ? value.map(String) : [String(value)]);
  }
  return given;
}

/** Bits of a plan's number that each part of a request gets. */
const bits = { subject: 8, action: 8, target: 14 } as const;

interface TargetVariant {
  readonly id: number;
  readonly owner: string | undefined;
  readonly callerAccount: string | null;
  readonly target: Target | 'unknownKey' | null;
}

interface KnownAction {
  readonly id: number;
  readonly action: ParsedAction;
  /** What the action's requests were about, by the resource as they named it. */
  readonly targets: Map<string, TargetVariant[]>;
}

/** Reads requests against one environment. Principals, actions and resources are taken apart once each. */
export class RequestReader {
  private readonly environment: Environment;
  private readonly subjects = new Map<string, Subject | null>();
  private readonly actions = new Map<string, KnownAction | null>();
  private targetCount = 0;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  /** True when another new name would no longer get a number: time for a new reader. */
  get isFull(): boolean {
    return (
      this.subjects.size >= 1 << bits.subject ||
      this.actions.size >= 1 << bits.action ||
      this.targetCount >= 1 << bits.target
    );
  }

  /** Everything in a request that does not depend on policies, or what is wrong with it. */
  read(request: AccessRequest): Call | CallProblem {
    const subject = this.subject(request.principal);
    if (subject === null) return 'unknownPrincipal';
    const found = this.action(request.action);
    if (found === null) return 'unknownAction';
    const { id, action } = found;
    const variant = this.target(request, subject.caller, found);
    if (variant.target === null) return 'malformedResource';
    if (variant.target === 'unknownKey') return 'unknownKey';
    const planId = (((subject.id << bits.action) | id) << bits.target) | variant.id;
    return new Call(request, subject, action, variant.target, this.environment, planId);
  }

  private subject(principal: AccessRequest['principal']): Subject | null {
    const name = typeof principal === 'string' ? principal : ` ${principal.type}`;
    const known = this.subjects.get(name);
    if (known !== undefined) return known;
    const parsed = parseCaller(principal);
    const subject = parsed === null ? null : this.describe(parsed);
    this.subjects.set(name, subject);
    return subject;
  }

  private describe(parsed: ParsedCaller): Subject {
    const { callers } = this.environment;
    const role = findRole(parsed, this.environment);
    // Tags of a session are added to those of its role.
    const tags = { ...role?.tags, ...callers?.find(({ arn }) => arn === parsed.arn)?.tags };
    return {
      id: this.subjects.size,
      caller: role && parsed.roleArn !== role.arn ? { ...parsed, roleArn: role.arn } : parsed,
      knowsPath: role !== undefined || parsed.kind === 'role',
      tags,
    };
  }

  private action(name: string): KnownAction | null {
    const known = this.actions.get(name);
    if (known !== undefined) return known;
    const action = parseAction(name);
    const entry = action === null ? null : { id: this.actions.size, action, targets: new Map() };
    this.actions.set(name, entry);
    return entry;
  }

  private target(
    request: AccessRequest,
    caller: ParsedCaller,
    { action, targets }: KnownAction,
  ): TargetVariant {
    const { resource, resourceAccount: owner } = request;
    let variants = targets.get(resource);
    if (variants === undefined) {
      variants = [];
      targets.set(resource, variants);
    }
    for (const known of variants) {
      if (known.owner === owner && known.callerAccount === caller.account) return known;
    }
    const target = findTarget(request, caller, action, this.environment);
    const variant = { id: this.targetCount++, owner, callerAccount: caller.account, target };
    variants.push(variant);
    return variant;
  }
}

/** Aliases that begin with `alias/aws/` are those of AWS managed keys. */
function withManager(key: KeyFacts, resource: string): KeyFacts {
  if (key.manager !== undefined) return key;
  const reserved = /(?:^|:)alias\/aws\//;
  return reserved.test(resource) || key.aliases?.some((alias) => reserved.test(alias))
    ? { ...key, manager: 'AWS' }
    : key;
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
