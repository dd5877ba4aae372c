import type { ContextValue, PolicyInput } from '../../authorize/types.ts';
import type { OperationName } from '../../catalog/types.ts';
import type { ParsedCaller } from '../../match/caller.ts';
import type { Draft } from '../../world/draft.ts';
import type { AccountRecord, KeyCore, KeyRecord } from '../../world/types.ts';
import type { Input } from './inputs.ts';
import type { Output } from './outputs.ts';

/** Who calls, and how the call comes. */
export interface WorldCaller {
  /** ARN of a user, role, role session or root user of the world, or a service principal. */
  readonly arn: string;
  /** The Region whose endpoint is called. */
  readonly region?: string;
  /** The service that calls for the principal: `s3.us-east-1.amazonaws.com`. */
  readonly viaService?: string;
  /** A service that uses the principal's own credentials: CloudTrail names it, policies know nothing of it. */
  readonly invokedBy?: string;
  readonly vpcEndpoint?: string;
  readonly sourceIp?: string;
  readonly sessionPolicies?: readonly PolicyInput[];
  /** Condition keys that the world cannot know, such as `aws:MultiFactorAuthPresent`. */
  readonly context?: Readonly<Record<string, ContextValue>>;
}

/** The caller as the operations see it. */
export interface KnownCaller {
  readonly given: WorldCaller;
  readonly parsed: ParsedCaller;
  readonly account: AccountRecord | null;
  readonly region: string;
}

/** A key that a request names, and how it names it. */
export interface FoundKey {
  readonly key: KeyRecord;
  /** The KeyId as it was sent; empty where a ciphertext names the key. */
  readonly requested: string;
}

/** What a call is about. */
export interface Targets {
  readonly key?: FoundKey;
  /** Destination of ReEncrypt, new target of UpdateAlias, replica of UpdatePrimaryRegion. */
  readonly second?: FoundKey;
  readonly aliasArn?: string;
  /** The grant that RetireGrant is about. */
  readonly grantId?: string;
}

/** A request that has been read, before anything is known of its keys. */
export interface Request<Op extends OperationName> {
  readonly operation: Op;
  readonly input: Input<Op>;
  readonly caller: KnownCaller;
  readonly draft: Draft;
}

/** A request of any operation, for what is the same in all of them. */
export interface AnyRequest {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly caller: KnownCaller;
  readonly draft: Draft;
}

/** A request that may go ahead. */
export class Call<Op extends OperationName> implements Request<Op> {
  readonly operation: Op;
  readonly input: Input<Op>;
  readonly caller: KnownCaller;
  readonly draft: Draft;
  readonly targets: Targets;
  /** Facts for the trail that neither request nor answer has. */
  readonly details: Record<string, string> = {};

  constructor(request: Request<Op>, targets: Targets) {
    this.operation = request.operation;
    this.input = request.input;
    this.caller = request.caller;
    this.draft = request.draft;
    this.targets = targets;
  }

  get now(): number {
    return this.draft.now;
  }

  get region(): string {
    return this.caller.region;
  }

  /** The account that calls. Operations on keys of other accounts never ask for it. */
  get account(): AccountRecord {
    const { account } = this.caller;
    if (account === null) throw new Error(`${this.operation} needs an account`);
    return account;
  }

  /** The key as it is now, changes of this call included. */
  get key(): KeyRecord {
    const { key } = this.targets;
    if (key === undefined) throw new Error(`${this.operation} names no key`);
    return this.draft.key(key.key.arn);
  }

  get core(): KeyCore {
    return this.draft.core(this.key);
  }

  get secondKey(): KeyRecord {
    const { second } = this.targets;
    if (second === undefined) throw new Error(`${this.operation} names one key only`);
    return this.draft.key(second.key.arn);
  }
}

/** One operation of the API. Its permissions, states and members are rows of the catalog. */
export interface OperationDefinition<Op extends OperationName> {
  /** Faults that the request has by itself and the service model does not show. */
  readonly check?: (request: Request<Op>) => void;
  /** What the call is about, where it is not simply the key that `KeyId` names. */
  readonly find?: (request: Request<Op>) => Targets;
  /** Whether the named key is the right one at all; asked before its usage and state. */
  readonly confirm?: (request: Request<Op>, targets: Targets) => void;
  readonly run: (call: Call<Op>) => Output<Op> | Promise<Output<Op>>;
}
