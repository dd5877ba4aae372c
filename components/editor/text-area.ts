/* A textarea's text changed as if it were typed, so that the browser's own undo takes it back. */
import type { TextEdit, TextRange } from '@/simulator/index.ts';

/** Where an offset is after edits that do not overlap; within a replaced range at most at its new end. */
export function movedOffset(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset;
  for (const { range, text } of edits) {
    if (range.end <= offset) moved += text.length - (range.end - range.start);
    else if (range.start < offset) moved += Math.min(0, text.length - (offset - range.start));
  }
  return moved;
}

/** The one edit that does what several do. */
function joined(text: string, edits: readonly TextEdit[]): TextEdit | null {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start);
  const [first] = sorted;
  if (!first) return null;
  let at = first.range.start;
  let by = '';
  for (const edit of sorted) {
    by += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return { range: { start: first.range.start, end: at }, text: by };
}

/** Makes edits in a textarea and selects a range of the new text. The change is told by its input event. */
export function editTextArea(
  area: HTMLTextAreaElement,
  edits: readonly TextEdit[],
  selection: TextRange = {
    start: movedOffset(area.selectionStart, edits),
    end: movedOffset(area.selectionEnd, edits),
  },
): void {
  const edit = joined(area.value, edits);
  if (edit === null) return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(edit.range.start, edit.range.end);
  // Deprecated, and the only way that keeps undo; where it is gone, setting the text has to do.
  const type = () =>
    edit.text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, edit.text);
  if (document.activeElement !== area || !type()) {
    area.setRangeText(edit.text);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(selection.start, selection.end);
}
