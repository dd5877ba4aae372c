import type { TextEdit, TextRange } from '@/simulator/index.ts';

/** What the tools beside an editor can do with it, be it Monaco or the plain one. */
export interface EditorHandle {
  /** Offset of the caret. */
  caret(): number;
  /** Selects a range, brings it into view and puts the focus into the editor. */
  select(range: TextRange): void;
  /** Changes the text in one step that can be undone. The caret stays with what it is at. */
  edit(edits: readonly TextEdit[]): void;
}
