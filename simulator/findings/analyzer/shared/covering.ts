import { markWildcards, matchesPattern } from '../../../match/wildcard.ts';
import type { Located } from '../../../policy/types.ts';

interface Covered {
  readonly located: Located<string>;
  readonly by: string;
}

/** A value of the list that can cover others. */
interface Cover {
  readonly at: number;
  readonly value: string;
  readonly marked: string;
  /** What stands after its last wildcard. */
  readonly end: string;
}

/** Patterns held against values in one list, in all: nobody writes a list that needs so many. */
const mostPairs = 20_000;

/** The values that add nothing to the others of their list; of two that are alike, the later. */
export function coveredValues(
  values: readonly Located<string>[],
  normal: (value: string) => string,
): readonly Covered[] {
  if (values.length < 2) return [];
  const normalized = values.map(({ value }) => normal(value));
  const candidates = candidatesFor(normalized);
  return values.flatMap((located, index) => {
    const mine = normalized[index] ?? '';
    const other = candidates(mine).find((cover) => {
      if (cover.at === index || !mine.endsWith(cover.end)) return false;
      return covers(cover, mine) && (cover.at < index || !covers(coverOf(mine, index), cover.value));
    });
    const by = other && values[other.at]?.value;
    return by === undefined ? [] : [{ located, by }];
  });
}

/** Whether all that one pattern stands for, another stands for too. */
function covers({ value: wide, marked }: Cover, narrow: string): boolean {
  if (wide === narrow || wide === '*') return true;
  // A `?` is one character, a `*` of the narrow pattern is any number of them.
  if (wide.includes('?') && narrow.includes('*')) return false;
  return hasWildcard(wide) && matchesPattern(marked, narrow);
}

function hasWildcard(value: string): boolean {
  return value.includes('*') || value.includes('?');
}

function coverOf(value: string, at: number): Cover {
  const end = value.slice(Math.max(value.lastIndexOf('*'), value.lastIndexOf('?')) + 1);
  return { at, value, marked: markWildcards(value), end };
}

/**
 * Which values can cover one: those of the same text, and patterns that begin with the same characters.
 * So that a long list is not held against itself.
 */
function candidatesFor(values: readonly string[]): (value: string) => readonly Cover[] {
  const alike = new Map<string, Cover>();
  const byStart = new Map<string, Cover[]>();
  values.forEach((value, at) => {
    const cover = coverOf(value, at);
    if (!alike.has(value)) alike.set(value, cover);
    if (!hasWildcard(value)) return;
    const start = value.slice(0, value.search(/[*?]/));
    const known = byStart.get(start);
    if (known) known.push(cover);
    else byStart.set(start, [cover]);
  });
  const lengths = new Set([...byStart.keys()].map(({ length }) => length));
  let pairs = 0;
  return (value) => {
    const same = alike.get(value);
    const found = new Set(same && [same]);
    for (const length of lengths) {
      const patterns = length > value.length ? undefined : byStart.get(value.slice(0, length));
      if (patterns === undefined || pairs > mostPairs) continue;
      pairs += patterns.length;
      for (const pattern of patterns) found.add(pattern);
    }
    return [...found].sort((a, b) => a.at - b.at);
  };
}
