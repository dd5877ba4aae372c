import type { TextEdit, TextRange } from '@/simulator/index.ts';
import * as monaco from './monaco-features.ts';

type Model = monaco.editor.ITextModel;

/** Offsets of our parser as lines and columns of Monaco. */
export function toMonacoRange(model: Model, { start, end }: TextRange): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

export function toTextRange(model: Model, range: monaco.IRange): TextRange {
  return {
    start: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
    end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
  };
}

export function toMonacoEdits(model: Model, edits: readonly TextEdit[]): monaco.languages.TextEdit[] {
  return edits.map(({ range, text }) => ({ range: toMonacoRange(model, range), text }));
}
