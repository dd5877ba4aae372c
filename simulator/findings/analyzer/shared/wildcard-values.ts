/* Wildcards in condition values. */
import { knownKey } from './condition-key.ts';
import type { Condition } from './values.ts';

/** A `*` or `?` that is not part of `${*}`. */
export function hasWildcard(value: string): boolean {
  return /[*?]/.test(value.replace(/\$\{[^}]*\}/g, ''));
}

/** Whether a value stands for anything, in a condition that can tell nothing else of the key. */
export function matchesAll({ values, operator }: Condition): boolean {
  return (
    operator.row.wildcards && operator.row.type === 'String' && values.some((value) => /^\*+$/.test(value))
  );
}

export function isAlwaysThere({ key }: Condition): boolean {
  return knownKey(key)?.always ?? false;
}
