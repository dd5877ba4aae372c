/* Requests by price and class of key, and those that are not on the bill. */
import { operations } from '../catalog/operations.ts';
import { freeRequestsPerMonth, type RequestPrice, requestPrices } from '../catalog/prices.ts';
import type { KeyClass, Operation, OperationName } from '../catalog/types.ts';
import { parseArn } from '../match/arn.ts';
import type { TrailRecord } from '../world/trail.ts';
import type { RequestLine, Unpriced } from './bill.ts';
import { type RequestPriceId, requestPriceOf } from './request-price.ts';

export function keyOf({ resources }: TrailRecord): string | null {
  return resources.find((arn) => arn.includes(':key/')) ?? null;
}

export function accountOf(arn: string): string | null {
  return parseArn(arn)?.account ?? null;
}

interface Count {
  readonly rule: RequestPriceId;
  readonly keyClass: RequestLine['keyClass'];
  requests: number;
  free: number;
}

function whyUnpriced(
  { error, account, caller }: TrailRecord,
  keyClass: RequestLine['keyClass'],
  rule: RequestPriceId | null,
): keyof Unpriced | null {
  if (error !== null) return 'failed';
  if (account === null) return 'ofServicePrincipals';
  const service = caller?.viaService ?? caller?.invokedBy;
  if (keyClass === 'awsManaged' && service?.startsWith('lambda.')) return 'paidByService';
  return rule === null ? 'noPublishedPrice' : null;
}

/** An AWS managed key serves its service for its own account, and lets its metadata be read. */
function isPossible(record: TrailRecord): boolean {
  const key = keyOf(record);
  if (record.account === null || (key !== null && accountOf(key) !== record.account)) return false;
  const row: Operation = operations[record.name as OperationName];
  const isUse = row.group === 'cryptographic' || record.name === 'CreateGrant';
  const reads = !isUse && (row.accessLevel === 'Read' || row.accessLevel === 'List');
  const { viaService, invokedBy } = record.caller ?? {};
  return reads || (isUse && (viaService != null || invokedBy !== undefined));
}

/** The requests of an account in a month; the free tier is used up in the order in which they came. */
export class RequestCounts {
  private readonly counts = new Map<string, Count>();
  private freeLeft = freeRequestsPerMonth;
  readonly unpriced: { -readonly [Why in keyof Unpriced]: number } = {
    failed: 0,
    noPublishedPrice: 0,
    paidByService: 0,
    ofServicePrincipals: 0,
    notPossible: 0,
  };

  /** @param isSupposed the key is of this class in supposition only */
  count(record: TrailRecord, keyClass: KeyClass | null, isSupposed: boolean): void {
    // What an AWS owned key does is on nobody's bill.
    if (keyClass === 'awsOwned') return;
    const rule = requestPriceOf(record);
    const unpriced = isSupposed && !isPossible(record) ? 'notPossible' : whyUnpriced(record, keyClass, rule);
    if (unpriced !== null || rule === null) {
      this.unpriced[unpriced ?? 'noPublishedPrice'] += 1;
      return;
    }
    const id = `${rule}/${keyClass}`;
    const count = this.counts.get(id) ?? { rule, keyClass, requests: 0, free: 0 };
    this.counts.set(id, count);
    count.requests += 1;
    const { freeTier }: RequestPrice = requestPrices[rule];
    if (!freeTier || this.freeLeft === 0) return;
    this.freeLeft -= 1;
    count.free += 1;
  }

  lines(): RequestLine[] {
    return [...this.counts.values()].map((count) => {
      const { per10000, source } = requestPrices[count.rule];
      const amount = ((count.requests - count.free) * per10000) / 10_000;
      return { kind: 'requests', ...count, source, amount };
    });
  }
}
