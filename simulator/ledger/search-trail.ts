/*
 * Looking for events in a long trail, newest first, a page at a time. A record is held against what is looked for
 * before events are made of it, so that a page costs what it shows and what it steps over, not what lies before it.
 */
import type { Trail, TrailRecord } from '../world/trail.ts';
import { type CloudTrailEvent, cloudTrailEvents, errorCode, otherRegionOf } from './cloudtrail.ts';

/** What is looked for: all that is said must be true of an event. */
export interface TrailFilter {
  /** The account whose trail it is in. */
  readonly account?: string;
  readonly region?: string;
  /** `Decrypt`, `RotateKey`, …; any of them. */
  readonly eventNames?: readonly string[];
  /** A part of the ARN of who called, or of the service that did, in any case of letters. */
  readonly user?: string;
  /** A part of the ARN of a key or an alias that it was about, or of the KeyId that was sent. */
  readonly key?: string;
  /** A failure of this code, as the event shows it; or any failure, or none. */
  readonly error?: 'any' | 'none' | (string & {});
  readonly readOnly?: boolean;
  /** Milliseconds since 1970; `from` belongs to the span, `to` does not. */
  readonly from?: number;
  readonly to?: number;
}

/** Which part of the trail is asked for. */
export interface TrailPlace {
  /** Only what lies before this position; left out: from the end. */
  readonly before?: number;
  /** Events on a page: 50, and a few more where one record makes several. */
  readonly limit?: number;
  /** Give up for now after so many records, so that a page stays quick to answer. */
  readonly lookAt?: number;
}

export interface FoundEvent {
  /** Of the record in the trail. */
  readonly position: number;
  readonly event: CloudTrailEvent;
}

export interface TrailPage {
  /** Newest first. */
  readonly found: readonly FoundEvent[];
  /** `before` of the next page; null: nothing is left to look at. */
  readonly next: number | null;
}

type Records = Pick<Trail, 'at' | 'length'>;

/** The events of a trail that a filter lets through, a page of them, from the newest back. */
export function searchTrail(trail: Records, filter: TrailFilter = {}, place: TrailPlace = {}): TrailPage {
  const { before = trail.length, limit = 50, lookAt = Number.POSITIVE_INFINITY } = place;
  const { from, to } = filter;
  const first = from === undefined ? 0 : positionOf(trail, from);
  const end = Math.min(before, to === undefined ? trail.length : positionOf(trail, to));
  const matches = matcherOf(filter);
  const found: FoundEvent[] = [];
  let position = end;
  while (position > first && found.length < limit && end - position < lookAt) {
    position -= 1;
    const record = trail.at(position);
    if (record === undefined || !matches.record(record)) continue;
    for (const event of cloudTrailEvents(record)) if (matches.event(event)) found.push({ position, event });
  }
  return { found, next: position > first ? position : null };
}

/** Where in the trail, which is in the order of time, a time begins. */
function positionOf(trail: Records, time: number): number {
  let low = 0;
  let high = trail.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((trail.at(middle)?.at ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matcherOf(filter: TrailFilter) {
  const { account, region, eventNames, error, readOnly } = filter;
  const user = filter.user?.toLowerCase();
  const { key } = filter;
  return {
    /** What is the same in all events of a record. */
    record(record: TrailRecord): boolean {
      const { name, caller } = record;
      const inOtherRegion = otherRegionOf(record) !== null;
      return (
        (eventNames === undefined || inOtherRegion || eventNames.includes(name)) &&
        (region === undefined || inOtherRegion || record.region === region) &&
        (error === undefined || isError(record, error)) &&
        (key === undefined || isAbout(record, key)) &&
        (user === undefined ||
          includes(caller?.arn, user) ||
          includes(caller?.viaService, user) ||
          includes(caller?.invokedBy, user))
      );
    },
    event(event: CloudTrailEvent): boolean {
      return (
        (account === undefined || event.recipientAccountId === account) &&
        (region === undefined || event.awsRegion === region) &&
        (eventNames === undefined || eventNames.includes(event.eventName)) &&
        (readOnly === undefined || event.readOnly === readOnly)
      );
    },
  };
}

function isError({ error }: TrailRecord, asked: string): boolean {
  if (asked === 'any') return error !== null;
  return asked === 'none' ? error === null : error !== null && errorCode(error.name) === asked;
}

function isAbout({ resources, parameters }: TrailRecord, key: string): boolean {
  const sent = parameters?.KeyId;
  return resources.some((arn) => arn.includes(key)) || (typeof sent === 'string' && sent.includes(key));
}

function includes(text: string | null | undefined, part: string): boolean {
  return text?.toLowerCase().includes(part) ?? false;
}
