import type { KeySpec } from '../catalog/key-specs.ts';

/** Who made a call, as the trail remembers it. */
export interface TrailCaller {
  readonly arn: string;
  readonly viaService: string | null;
  /** A service that called with the principal's own credentials. */
  readonly invokedBy?: string;
  readonly sourceIp: string | null;
  readonly vpcEndpoint: string | null;
  readonly userAgent?: string;
  /** `true` or `false`, for a session that says so. */
  readonly mfa?: string;
  /** When the session began, ISO 8601. */
  readonly sessionStart?: string;
}

/**
 * What happened once: a call, allowed or not, or an event that KMS brought about by itself. The ledger makes CloudTrail
 * records, bills and quotas of these. Secrets, plaintexts and grant tokens are left out before a record is made.
 */
export interface TrailRecord {
  readonly kind: 'call' | 'serviceEvent';
  /** The operation, or `RotateKey`, `DeleteKey`, `DeleteExpiredKeyMaterial`, `SynchronizeMultiRegionKey`. */
  readonly name: string;
  readonly at: number;
  readonly eventId: string;
  /** Null for service events. */
  readonly requestId: string | null;
  readonly region: string;
  /** The account that called, or that owns the key of a service event; null for a service principal. */
  readonly account: string | null;
  readonly caller: TrailCaller | null;
  /** Members as the API names them, without secrets. Times are milliseconds. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
  readonly response: Readonly<Record<string, unknown>> | null;
  /** The keys and aliases it was about; in another account, too. */
  readonly resources: readonly string[];
  /** Specs of the keys among the resources: a price and a quota go by them, also once a key is gone. */
  readonly keySpecs?: readonly KeySpec[];
  /** DeleteKey: since when there was the key. */
  readonly createdAt?: number;
  readonly error: { readonly name: string; readonly message: string } | null;
  readonly details: Readonly<Record<string, string>>;
}

const pageLength = 1024;
/** How many parts of records are remembered for sharing. */
const sharedValues = 10_000;

/**
 * The records of a world, oldest first. They are only ever added, in pages: what is full is shared by forks and
 * snapshots and never copied again.
 */
export class Trail implements Iterable<TrailRecord> {
  private readonly pages: TrailRecord[][];
  private readonly shared = new Map<string, object>();

  constructor(pages: readonly (readonly TrailRecord[])[] = []) {
    this.pages = pages.map((page) => [...page]);
  }

  get length(): number {
    const last = this.pages.at(-1);
    return last === undefined ? 0 : (this.pages.length - 1) * pageLength + last.length;
  }

  /** The record at a position; negative positions count from the end. */
  at(position: number): TrailRecord | undefined {
    const index = position < 0 ? this.length + position : position;
    return this.pages[Math.floor(index / pageLength)]?.[index % pageLength];
  }

  /** Some of the records, for showing a part of a long trail. */
  slice(from: number, to = this.length): TrailRecord[] {
    const found: TrailRecord[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.length); i++) {
      const record = this.at(i);
      if (record !== undefined) found.push(record);
    }
    return found;
  }

  *[Symbol.iterator](): Iterator<TrailRecord> {
    for (const page of this.pages) yield* page;
  }

  append(record: TrailRecord): void {
    const last = this.pages.at(-1);
    // Events of KMS itself have little in common, and come in tens of thousands when years pass.
    const kept = record.kind === 'call' ? this.sharing(record) : record;
    if (last === undefined || last.length === pageLength) this.pages.push([kept]);
    else last.push(kept);
  }

  /** Who called, and with which keys, is the same again and again: records share it. */
  private sharing(record: TrailRecord): TrailRecord {
    const { caller, resources, keySpecs, details } = record;
    return {
      ...record,
      caller: caller === null ? null : this.share(caller),
      resources: this.share(resources),
      ...(keySpecs !== undefined && { keySpecs: this.share(keySpecs) }),
      details: this.share(details),
    };
  }

  private share<Value extends object>(value: Value): Value {
    const id = JSON.stringify(value);
    const known = this.shared.get(id);
    if (known !== undefined) return known as Value;
    if (this.shared.size >= sharedValues) this.shared.clear();
    this.shared.set(id, value);
    return value;
  }

  /** A trail that goes on by itself: full pages are shared, the last is copied. */
  fork(): Trail {
    const copy = new Trail();
    copy.pages.push(...this.toPages().map((page) => page as TrailRecord[]));
    return copy;
  }

  /** The pages as they stand now; later records do not show in them. */
  toPages(): readonly (readonly TrailRecord[])[] {
    return this.pages.map((page) => (page.length === pageLength ? page : [...page]));
  }
}
