import { difference } from '../findings/fix.ts';
import type { TextEdit } from '../findings/types.ts';
import type { TextRange } from '../policy/types.ts';
import { expandSnippet } from './snippet.ts';
import type { Completion } from './types.ts';

/** A text with edits applied, which do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((rest, { range, text: by }) => rest.slice(0, range.start) + by + rest.slice(range.end), text);
}

/** A text with a completion put in, its lines as deep as the caret's, and what is selected then. */
export function applyCompletion(
  text: string,
  { insert, range, edits }: Completion,
): { readonly text: string; readonly selection: TextRange } {
  const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const depth = /^[ \t]*/.exec(line)?.[0] ?? '';
  const expanded = expandSnippet(insert.replaceAll('\n', `\n${depth}`));
  const shift = edits.reduce(
    (sum, edit) =>
      edit.range.end <= range.start ? sum + edit.text.length - (edit.range.end - edit.range.start) : sum,
    0,
  );
  const start = range.start + shift;
  return {
    text: applyEdits(text, [...edits, { range, text: expanded.text }]),
    selection: { start: start + expanded.selection.start, end: start + expanded.selection.end },
  };
}

/** The one edit that makes one text of another; none where they are the same. */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  return before === after ? [] : [difference(before, after)];
}
