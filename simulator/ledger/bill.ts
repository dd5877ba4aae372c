/*
 * The bill of a month, made from the trail and the keys that there are. Every line names the row of the price table
 * that it comes from; what AWS publishes no price for is counted apart and never guessed.
 */

import { chargedRotations, storagePrices } from '../catalog/prices.ts';
import type { KeyClass, SourceId } from '../catalog/types.ts';
import type { TrailRecord } from '../world/trail.ts';
import type { KeyRecord } from '../world/types.ts';
import { type ChargedKey, KeyHistory } from './key-charges.ts';
import { accountOf, keyOf, RequestCounts } from './request-counts.ts';
import type { RequestPriceId } from './request-price.ts';

export type StoragePriceId = keyof typeof storagePrices;

interface Line {
  /** Null: requests that name no key, such as ListKeys and GenerateRandom. */
  readonly keyClass: Exclude<KeyClass, 'awsOwned'> | null;
  readonly source: SourceId;
  /** US dollars, not rounded. */
  readonly amount: number;
}

/** Keeping one key, or what one of its rotations adds. */
export interface StorageLine extends Line {
  readonly kind: 'storage';
  readonly rule: StoragePriceId;
  readonly keyArn: string;
  readonly region: string;
  /** Hours begun in this month, and all hours of the month. */
  readonly hours: number;
  readonly hoursOfMonth: number;
}

/** Requests of one price and one class of keys; the free ones come first in time. */
export interface RequestLine extends Line {
  readonly kind: 'requests';
  readonly rule: RequestPriceId;
  readonly requests: number;
  readonly free: number;
}

export type BillLine = RequestLine | StorageLine;

/** Requests that are not on the bill, by why. */
export interface Unpriced {
  /** Whether AWS charges them is not documented. */
  readonly failed: number;
  /** ML-KEM and SM2 data key pairs: no price is published. */
  readonly noPublishedPrice: number;
  /** What the service pays itself: Lambda with `aws/lambda`. */
  readonly paidByService: number;
  /** Of services by themselves, with keys of this account: whom AWS charges for them is not documented. */
  readonly ofServicePrincipals: number;
  /** What could not have been asked of a key of the class that was supposed (`WhatIf`). */
  readonly notPossible: number;
}

/** Another class for customer managed keys, their use being the same. */
export interface WhatIf {
  readonly keyClass: 'awsManaged' | 'awsOwned';
  /**
   * Key ARNs. Left out: all keys that could be of that class: symmetric, in one Region, with key material of KMS. Keys
   * that have been deleted stay what they were.
   */
  readonly keys?: readonly string[];
}

export interface AccountBill {
  readonly account: string;
  readonly lines: readonly BillLine[];
  readonly total: number;
  readonly unpriced: Unpriced;
}

export interface Bill {
  /** `2026-11`. */
  readonly month: string;
  /** The end of the month, or now if that is earlier: what comes later is not in it. ISO 8601. */
  readonly until: string;
  readonly accounts: readonly AccountBill[];
}

/** What a bill is made from. */
export interface Books {
  readonly trail: Iterable<TrailRecord>;
  readonly accounts: readonly string[];
  readonly keys: readonly KeyRecord[];
  readonly now: number;
  /** Keys that are supposed to be of another class. */
  readonly supposed?: ReadonlyMap<string, WhatIf['keyClass']>;
}

/**
 * What each account pays for a month of the world. Requests are paid by the account that makes them, keys by the account
 * that owns them.
 * @param month `YYYY-MM`, in UTC; throws a RangeError for anything else
 */
export function billOf(month: string, { trail, accounts, keys, now, supposed = nothing }: Books): Bill {
  const { start, end } = boundsOf(month);
  const until = Math.max(start, Math.min(end, now));
  const history = new KeyHistory();
  const requests = new Map(accounts.map((account) => [account, new RequestCounts()]));
  const classes = new Map<string, KeyClass>(supposed);
  for (const { arn, manager } of keys) if (manager === 'AWS') classes.set(arn, 'awsManaged');
  for (const record of trail) {
    // A deletion that is scheduled later matters to an earlier month as well.
    history.note(record);
    const { kind, at } = record;
    if (kind === 'serviceEvent' || at < start || at >= end) continue;
    const key = keyOf(record);
    const payer = record.account ?? (key === null ? null : accountOf(key));
    const keyClass = key === null ? null : (classes.get(key) ?? 'customerManaged');
    const isSupposed = key !== null && supposed.has(key);
    if (payer !== null) requests.get(payer)?.count(record, keyClass, isSupposed);
  }
  const charged = history.keys(keys, now).flatMap((key) => supposedKey(key, supposed.get(key.arn)));
  return {
    month,
    until: new Date(until).toISOString(),
    accounts: accounts.map((account) => {
      const own = charged.filter((key) => key.account === account);
      const counts = requests.get(account) ?? new RequestCounts();
      const lines = [...own.flatMap((key) => storageLines(key, start, until, end)), ...counts.lines()];
      const total = lines.reduce((sum, { amount }) => sum + amount, 0);
      return { account, lines, total, unpriced: counts.unpriced };
    }),
  };
}

function boundsOf(month: string): { start: number; end: number } {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined) throw new RangeError(`not a month, as 2026-11 is: ${month}`);
  return { start: Date.UTC(Number(year), Number(number) - 1), end: Date.UTC(Number(year), Number(number)) };
}

const nothing: ReadonlyMap<string, WhatIf['keyClass']> = new Map();

function supposedKey(key: ChargedKey, keyClass: WhatIf['keyClass'] | undefined): ChargedKey[] {
  if (keyClass === undefined) return [key];
  return keyClass === 'awsOwned' ? [] : [{ ...key, manager: 'AWS' }];
}

const hour = 3_600_000;

function storageLines(key: ChargedKey, start: number, until: number, end: number): StorageLine[] {
  const hoursOfMonth = (end - start) / hour;
  const last = Math.min(key.until, until);
  const line = (rule: StoragePriceId, from: number): StorageLine[] => {
    // AWS prorates by the hour; that an hour counts from its beginning is taken to be so.
    const hours = Math.ceil((last - Math.max(from, start)) / hour);
    if (hours <= 0) return [];
    const { perMonth, source } = storagePrices[rule];
    const keyClass = key.manager === 'AWS' ? 'awsManaged' : 'customerManaged';
    const amount = (perMonth * hours) / hoursOfMonth;
    const { arn: keyArn, region } = key;
    return [{ kind: 'storage', rule, keyClass, keyArn, region, hours, hoursOfMonth, source, amount }];
  };
  if (key.manager === 'AWS') return line('awsManagedKey', key.from);
  return [
    ...line('customerManagedKey', key.from),
    ...key.rotations.flatMap((at, index) =>
      line(index < chargedRotations ? 'rotation' : 'laterRotation', at),
    ),
  ];
}
