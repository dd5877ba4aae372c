import { markWildcards, matchesPattern } from '../../../match/wildcard.ts';
import type { Located } from '../../../policy/types.ts';

/** Whether all that one pattern stands for, another stands for too. */
function covers(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === '*') return true;
  // A `?` is one character, a `*` of the narrow pattern is any number of them.
  if (wide.includes('?') && narrow.includes('*')) return false;
  return wide.includes('*') || wide.includes('?') ? matchesPattern(markWildcards(wide), narrow) : false;
}

interface Covered {
  readonly located: Located<string>;
  readonly by: string;
}

/** The values that add nothing to the others of their list; of two that are alike, the later. */
export function coveredValues(
  values: readonly Located<string>[],
  normal: (value: string) => string,
): readonly Covered[] {
  const normalized = values.map(({ value }) => normal(value));
  return values.flatMap((located, index) => {
    const mine = normalized[index] ?? '';
    const other = normalized.findIndex(
      (theirs, at) => at !== index && covers(theirs, mine) && (at < index || !covers(mine, theirs)),
    );
    const by = values[other]?.value;
    return by === undefined ? [] : [{ located, by }];
  });
}
