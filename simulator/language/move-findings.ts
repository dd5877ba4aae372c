import { difference } from '../findings/fix.ts';
import type { Finding, TextEdit } from '../findings/types.ts';
import type { TextRange } from '../policy/types.ts';

/** A range after an edit; null when the edit reaches into it. An edit right beside it leaves it whole. */
function moveRange({ start, end }: TextRange, { range, text }: TextEdit): TextRange | null {
  if (end <= range.start) return { start, end };
  if (start < range.end) return null;
  const shift = text.length - (range.end - range.start);
  return { start: start + shift, end: end + shift };
}

/**
 * The findings of an earlier text, each where it belongs in a later one. What was typed into since is left
 * out, and so are fixes that would undo what was typed. Linear in the text and the findings.
 */
export function moveFindings(
  findings: readonly Finding[],
  earlier: string,
  later: string,
): readonly Finding[] {
  if (earlier === later) return findings;
  const change = difference(earlier, later);
  return findings.flatMap((finding) => {
    const range = moveRange(finding.range, change);
    if (range === null) return [];
    const fixes = finding.fixes.flatMap((fix) => {
      const edits = fix.edits.flatMap((edit) => {
        const moved = moveRange(edit.range, change);
        return moved === null ? [] : [{ ...edit, range: moved }];
      });
      return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
    });
    return [{ ...finding, range, fixes }];
  });
}
