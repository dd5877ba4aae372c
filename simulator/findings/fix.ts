import { type Edited, removeStatement, removeValue } from '../policy/edit.ts';
import type { Located, Statement, TextRange } from '../policy/types.ts';
import type { Fix, FixCode, TextEdit } from './types.ts';

type Data = Readonly<Record<string, string>>;

/** A fix that was made as a new text, as `policy/edit.ts` does; none when that was not possible. */
export function fixByEdit(code: FixCode, data: Data, text: string, edited: Edited | null): readonly Fix[] {
  if (edited === null || edited.text === text) return [];
  const { of, range, text: by } = edited.change;
  // Several changes one after the other are told as one.
  return [{ code, data, edits: [of === text ? { range, text: by } : difference(text, edited.text)] }];
}

/** A fix that gives a string another value. */
export function fixByReplacing({ value, range }: Located<string>, by: string): readonly Fix[] {
  return [{ code: 'replace', data: { from: value, to: by }, edits: [replacement(range, by)] }];
}

/** Takes an action out, and the whole statement when it has no other. */
export function fixByRemovingAction(
  text: string,
  statement: Statement,
  action: Located<string>,
): readonly Fix[] {
  if ((statement.action?.values.length ?? 0) < 2) return fixByRemovingStatement(text, statement);
  return fixByEdit('removeAction', { action: action.value }, text, removeValue(text, action.range.start));
}

/** Takes a statement out, unless it is the only one. */
export function fixByRemovingStatement(text: string, { index }: Statement): readonly Fix[] {
  return fixByEdit('removeStatement', {}, text, removeStatement(text, index));
}

/** Puts a string where another, or any value, stands. */
export function replacement(range: TextRange, by: string): TextEdit {
  return { range, text: JSON.stringify(by) };
}

/** The text with a fix applied. */
export function applyFix(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((rest, { range, text: by }) => rest.slice(0, range.start) + by + rest.slice(range.end), text);
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  return {
    range: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  };
}
