import { prepareAuthorizer } from '../authorize/authorize.ts';
import type { Decision, PolicyInput } from '../authorize/types.ts';
import type { ErrorMessageId } from '../catalog/error-messages.ts';
import type { OperationName } from '../catalog/types.ts';
import type { GenerateRsa } from '../keys/types.ts';
import { type Bill, billOf, type WhatIf } from '../ledger/bill.ts';
import { RequestCounters } from '../ledger/request-quotas.ts';
import { ec2Infrastructure, parseCaller } from '../match/caller.ts';
import { runEvents } from '../world/advance.ts';
import { amendWorld, type WorldChanges } from '../world/amend.ts';
import { defineWorld, type WorldDefinition } from '../world/definition.ts';
import { Draft } from '../world/draft.ts';
import { Random } from '../world/random.ts';
import { upgradeSnapshot, type WorldSnapshot, worldVersion } from '../world/snapshot.ts';
import { makeStore, rowsOf, type Store } from '../world/store.ts';
import { Trail, type TrailRecord } from '../world/trail.ts';
import type { AccessKeyRecord, AccountRecord, KeyRecord, WorldSettings } from '../world/types.ts';
import { AskedQuestions } from './framework/asked-questions.ts';
import type { KnownCaller, WorldCaller } from './framework/call.ts';
import { showDeletedPrincipals } from './framework/deleted-principals.ts';
import { type Dispatched, dispatch } from './framework/dispatch.ts';
import { AuthorizerCache, environmentFor, identityOf } from './framework/environment.ts';
import type { Input } from './framework/inputs.ts';
import type { Output, UsageOperation } from './framework/outputs.ts';
import { type ServiceError, serviceError } from './framework/refusal.ts';
import { trailRecord } from './framework/trail-record.ts';
import { definitionOf } from './registry.ts';

/** What became of a call. A decision comes with it wherever policies were asked. */
export type Result<Op extends OperationName> = (
  | { readonly ok: true; readonly output: Output<Op>; readonly decision: Decision }
  | { readonly ok: false; readonly error: ServiceError; readonly decision?: Decision }
) & {
  /** The record in the trail with this id is the call's; a call of somebody unknown has none. */
  readonly requestId?: string;
};

/** What the world borrows from its surroundings; no part of its value. */
export interface WorldHost {
  /** RSA keys made elsewhere than on the thread that calls. */
  readonly generateRsa?: GenerateRsa;
}

/** A span of time; a year has 365 days. */
export interface Duration {
  readonly years?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const milliseconds: Readonly<Record<keyof Duration, number>> = {
  years: 365 * 86_400_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
};

/** A world with these accounts, identities and keys, at its beginning. */
export function createWorld(definition: WorldDefinition, host: WorldHost = {}): World {
  const { settings, rows } = defineWorld(definition);
  return new World(makeStore(rows), settings, new Trail(), host);
}

/**
 * Accounts, identities and keys with a clock of their own. Calls take turns, so that the same calls in the same order
 * always give the same answers.
 */
export class World {
  private readonly store: Store;
  private readonly records: Trail;
  private readonly host: WorldHost;
  private readonly authorizers = new AuthorizerCache();
  private readonly requests = new RequestCounters();
  private readonly asked: AskedQuestions;
  private settings: WorldSettings;
  private underWay = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** Use `createWorld` or `World.restore`. */
  constructor(
    store: Store,
    settings: WorldSettings,
    trail: Trail,
    host: WorldHost,
    asked = new AskedQuestions(),
  ) {
    this.store = store;
    this.settings = settings;
    this.records = trail;
    this.host = host;
    this.asked = asked;
  }

  /** A saved world, brought to today's form. */
  static restore(saved: unknown, host: WorldHost = {}): World {
    const { rows, settings, trail, asked } = upgradeSnapshot(saved);
    return new World(makeStore(rows), settings, new Trail(trail), host, new AskedQuestions(asked));
  }

  /** The time in the world. */
  get now(): Date {
    return new Date(this.settings.now);
  }

  /** Where a caller calls that names no Region. */
  get region(): string {
    return this.settings.region;
  }

  /** Everything that happened, oldest first. */
  get trail(): Pick<Trail, 'at' | 'length' | 'slice' | typeof Symbol.iterator> {
    return this.records;
  }

  /** An account with its identities, as they are now. */
  account(id: string): AccountRecord | undefined {
    return this.store.accounts.get(id);
  }

  /** Whom an access key stands for. */
  accessKey(id: string): AccessKeyRecord | undefined {
    return this.store.accessKeys.get(id);
  }

  /** Who manages a key; null: there is no such key. */
  managerOf(keyArn: string): KeyRecord['manager'] | null {
    return this.store.keys.get(keyArn)?.manager ?? null;
  }

  /** The access keys that stand for an identity. */
  accessKeysOf(principal: string): readonly AccessKeyRecord[] {
    return this.store.accessKeys.group(principal);
  }

  /** Calls an operation as somebody of the world. A call that fails changes nothing but the trail. */
  call<Op extends OperationName>(
    caller: WorldCaller | string,
    operation: Op,
    input: Input<Op>,
  ): Promise<Result<Op>> {
    this.underWay += 1;
    const turn = this.last
      .then(() => this.take(typeof caller === 'string' ? { arn: caller } : caller, operation, input))
      .finally(() => {
        this.underWay -= 1;
      });
    // The next call goes ahead whatever became of this one.
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when no call is under way, for whoever wants to amend, to advance, or a snapshot. */
  async settled(): Promise<void> {
    while (this.underWay > 0) await this.last;
  }

  /** Lets time pass: rotations, deletions and expiries come about in their order. */
  advance(duration: Duration): void {
    this.mustRest();
    const names = Object.keys(milliseconds) as (keyof Duration)[];
    const span = names.reduce((sum, name) => sum + (duration[name] ?? 0) * milliseconds[name], 0);
    if (!(span >= 0)) throw new RangeError('time only goes forward');
    const until = this.settings.now + span;
    const draft = this.draft();
    runEvents(draft, until);
    this.commit(draft);
    for (const event of draft.events) this.records.append(event);
    this.settings = { ...this.settings, now: until, turn: this.settings.turn + 1 };
  }

  /**
   * Changes what IAM and Organizations hold, and key policies, without a call: no permission is asked, nothing is
   * written into the trail, and ids and key material of later calls stay as they would have been. Key policies and
   * grants show an identity that is taken away by its unique id, which matches nobody, also not another of the same
   * name. Throws for an account or a key that the world does not hold; then nothing has changed.
   */
  amend(changes: WorldChanges): void {
    this.mustRest();
    const draft = this.draft();
    amendWorld(draft, changes, showDeletedPrincipals);
    this.commit(draft);
  }

  /**
   * What every account pays for a month, `YYYY-MM`; for the month under way, what has come up so far.
   * @param whatIf the bill for the same use, were customer managed keys of another class
   */
  bill(month: string, whatIf: WhatIf | null = null): Bill {
    const accounts = [...this.store.accounts.values()].map(({ id }) => id);
    const keys = [...this.store.keys.values()];
    const supposed = new Map<string, WhatIf['keyClass']>();
    if (whatIf !== null) {
      const chosen = whatIf.keys ?? keys.filter((key) => this.couldBeOfAws(key)).map(({ arn }) => arn);
      for (const arn of chosen) supposed.set(arn, whatIf.keyClass);
    }
    return billOf(month, { trail: this.records, accounts, keys, now: this.settings.now, supposed });
  }

  /**
   * Why a call that is in the trail was allowed or denied: the decision, as it was made by the policies of that time.
   * Null for what no policy was asked about, and for older calls: a world keeps the latest thousand.
   */
  decisionOf(requestId: string): Decision | null {
    return this.asked.decisionOf(requestId);
  }

  /**
   * Whether somebody of the world may do something that is not KMS's: assume a role, say, by its trust policy.
   * Null for a caller that the world does not know.
   */
  ask(arn: string, action: string, resource: string, resourcePolicy?: PolicyInput): Decision | null {
    const caller = this.identify({ arn });
    if (caller === null) return null;
    const environment = environmentFor(this.draft(), caller, null);
    return prepareAuthorizer({
      ...environment,
      ...(resourcePolicy !== undefined && { resourcePolicy }),
    }).explain({ principal: arn, action, resource });
  }

  /** The world as a value. What happens later does not show in it. */
  snapshot(): WorldSnapshot {
    this.mustRest();
    return {
      version: worldVersion,
      settings: this.settings,
      rows: rowsOf(this.store),
      trail: this.records.toPages(),
      asked: this.asked.save(),
    };
  }

  /** A second world that goes its own way from here. */
  fork(): World {
    this.mustRest();
    const asked = new AskedQuestions(this.asked.save());
    return new World(makeStore(rowsOf(this.store)), this.settings, this.records.fork(), this.host, asked);
  }

  private async take<Op extends OperationName>(
    given: WorldCaller,
    operation: Op,
    input: unknown,
  ): Promise<Result<Op>> {
    const definition = definitionOf(operation);
    if (definition === undefined) return failed('unknownOperation');
    const caller = this.identify(given);
    if (caller === null) return failed('unknownCaller');
    const draft = this.draft();
    const done = await dispatch(operation, definition, input, caller, draft, this.authorizers);
    const record = this.recordOf(operation, caller, draft, done);
    if (this.settings.requestQuotas === true && this.requests.exceeds(this.records, record)) {
      return this.throttle(record);
    }
    if (done.result.ok) {
      noteUsage(operation, draft, done, record);
      this.commit(draft);
    }
    this.records.append(record);
    if (done.asked !== null && record.requestId !== null) this.asked.note(record.requestId, done.asked);
    if (done.result.ok) for (const event of draft.events) this.records.append(event);
    this.settings = { ...this.settings, turn: this.settings.turn + 1 };
    const { result } = done;
    const requestId = record.requestId ?? '';
    if (result.ok) return { ...result, requestId };
    const { error, decision } = result;
    return { ok: false, error, ...(decision && { decision }), requestId };
  }

  /** The quota comes before whatever else became of the call. */
  private throttle<Op extends OperationName>(record: TrailRecord): Result<Op> {
    const result = failed<Op>('throttled');
    if (!result.ok) this.records.append({ ...record, response: null, error: result.error, details: {} });
    this.settings = { ...this.settings, turn: this.settings.turn + 1 };
    return { ...result, ...(record.requestId !== null && { requestId: record.requestId }) };
  }

  private recordOf<Op extends OperationName>(
    operation: Op,
    caller: KnownCaller,
    draft: Draft,
    { result, input, targets, details }: Dispatched<Op>,
  ): TrailRecord {
    const { seed, turn } = this.settings;
    return trailRecord({
      operation,
      draft,
      caller,
      input,
      output: result.ok ? result.output : null,
      targets,
      error: result.ok ? null : result.error,
      details,
      // Apart from the call's own randomness, so that an id does not depend on what the call did.
      ids: new Random(seed, `record/${turn}`),
    });
  }

  /** Who calls; null for somebody that the world does not know. */
  private identify(given: WorldCaller): KnownCaller | null {
    const parsed = parseCaller(given.arn);
    if (parsed === null) return null;
    const region = given.region ?? this.settings.region;
    if (parsed.account === null) return { given, parsed, account: null, region };
    const account = this.store.accounts.get(parsed.account);
    if (account === undefined) return null;
    const known =
      parsed.kind === 'root' ||
      parsed.kind === 'federatedUser' ||
      // AWS's own: the hosts of EC2 instances. No account has such a role, so that only grants let it in.
      parsed.name === ec2Infrastructure ||
      identityOf(account, parsed.roleArn ?? parsed.arn, parsed.name) !== undefined;
    return known ? { given, parsed, account, region } : null;
  }

  /** AWS's own keys are symmetric, in one Region, with key material of KMS. */
  private couldBeOfAws({ manager, coreId }: KeyRecord): boolean {
    const core = this.store.cores.get(coreId);
    if (core === undefined || manager === 'AWS') return false;
    return core.keySpec === 'SYMMETRIC_DEFAULT' && !core.multiRegion && core.origin === 'AWS_KMS';
  }

  private draft(): Draft {
    return new Draft(this.store, this.settings, this.host.generateRsa);
  }

  private commit(draft: Draft): void {
    if (draft.changesAccounts) this.authorizers.clear();
    for (const arn of draft.commit()) this.authorizers.forget(arn);
  }

  private mustRest(): void {
    if (this.underWay > 0) throw new Error('a call is under way: wait for its answer first');
  }
}

function failed<Op extends OperationName>(id: ErrorMessageId): Result<Op> {
  return { ok: false, error: serviceError(id) };
}

const usageOperations: Readonly<Record<UsageOperation, true>> = {
  Decapsulate: true,
  Decrypt: true,
  DeriveSharedSecret: true,
  Encapsulate: true,
  Encrypt: true,
  GenerateDataKey: true,
  GenerateDataKeyPair: true,
  GenerateDataKeyPairWithoutPlaintext: true,
  GenerateDataKeyWithoutPlaintext: true,
  GenerateMac: true,
  ReEncrypt: true,
  Sign: true,
  Verify: true,
  VerifyMac: true,
};

/** What GetKeyLastUsage tells: successful cryptographic operations only. */
function noteUsage<Op extends OperationName>(
  operation: Op,
  draft: Draft,
  { targets }: Dispatched<Op>,
  { eventId, requestId }: TrailRecord,
): void {
  if (!Object.hasOwn(usageOperations, operation)) return;
  for (const found of [targets?.key, targets?.second]) {
    if (found === undefined) continue;
    draft.put('usages', {
      keyArn: found.key.arn,
      operation,
      at: draft.now,
      eventId,
      requestId: requestId ?? '',
    });
  }
}
