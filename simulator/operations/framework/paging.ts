import { pageLimits } from '../../catalog/member-shapes.ts';
import { fromBase64, toBase64 } from '../../keys/bytes.ts';
import { refuse } from './refusal.ts';

interface PageRequest {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

interface Page<Item> {
  readonly items: Item[];
  readonly rest: { readonly Truncated: boolean; readonly NextMarker?: string };
}

/** The part of a list that a request asks for. A marker is the place to go on from. */
export function pageOf<Item>(
  operation: keyof typeof pageLimits,
  { Limit = pageLimits[operation].byDefault, Marker }: PageRequest,
  list: readonly Item[],
): Page<Item> {
  const from = Marker === undefined ? 0 : readMarker(operation, Marker);
  const to = from + Limit;
  const items = list.slice(from, to);
  if (to >= list.length) return { items, rest: { Truncated: false } };
  return { items, rest: { Truncated: true, NextMarker: makeMarker(operation, to) } };
}

function makeMarker(operation: string, at: number): string {
  return toBase64(Uint8Array.from(`${operation}:${at}`, (letter) => letter.charCodeAt(0)));
}

function readMarker(operation: string, marker: string): number {
  let text = '';
  try {
    text = String.fromCharCode(...fromBase64(marker));
  } catch {
    refuse('markerInvalid');
  }
  const at = /^(\w+):(\d+)$/.exec(text);
  if (at === null || at[1] !== operation) refuse('markerInvalid');
  return Number(at[2]);
}
