/* The coloured text that lies behind the plain editor's transparent letters. */
import type { Severity, TextRange } from '@/simulator/index.ts';
import type { Highlight, HighlightTone, MarginNote } from './editor-props.ts';
import { type TokenKind, tokenizeLine } from './json-tokens.ts';

export interface Segment {
  readonly text: string;
  readonly token?: TokenKind;
  readonly tone?: HighlightTone;
  readonly problem?: Severity;
}

/** Something wrong at a place: a finding, or a problem of the parser. */
interface Wrong {
  readonly range: TextRange;
  readonly severity: Severity;
}

/** One line of the text, cut wherever its look changes. */
export type MirrorLine = readonly Segment[];

interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** The part of a range that lies on a line, without its indentation; an empty range still marks one character. */
function clip<T>(range: TextRange, value: T, start: number, line: string): Span<T> | null {
  const indentation = line.length - line.trimStart().length;
  const from = Math.max(range.start - start, range.start < start ? indentation : 0);
  const to = Math.min(Math.max(range.end, range.start + 1) - start, line.length);
  return from < to ? { start: from, end: to, value } : null;
}

const covering = <T>(spans: readonly Span<T>[], start: number, end: number): T | undefined =>
  spans.findLast((span) => span.start <= start && span.end >= end)?.value;

function present<T>(span: Span<T> | null): span is Span<T> {
  return span !== null;
}

/** Lines on which nothing is marked, by their text: a keystroke changes one of a thousand. */
const unmarked = new Map<string, MirrorLine>();
const mostUnmarked = 5000;

/** A line without marks; the same object for the same text, so that it need not be drawn again. */
function unmarkedLine(line: string): MirrorLine {
  const known = unmarked.get(line);
  if (known) return known;
  if (unmarked.size >= mostUnmarked) unmarked.clear();
  const made = cutLine(line, [], []);
  unmarked.set(line, made);
  return made;
}

/** Cuts a text into lines of segments. A later highlight lies over an earlier one. */
export function mirrorLines(
  text: string,
  highlights: readonly Highlight[] = [],
  problems: readonly Wrong[] = [],
): readonly MirrorLine[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    const tones = highlights.map((h) => clip(h.range, h.tone, start, line)).filter(present);
    const marks = problems.map((p) => clip(p.range, p.severity, start, line)).filter(present);
    return tones.length === 0 && marks.length === 0 ? unmarkedLine(line) : cutLine(line, tones, marks);
  });
}

function cutLine(
  line: string,
  tones: readonly Span<HighlightTone>[],
  marks: readonly Span<Severity>[],
): MirrorLine {
  const tokens = tokenizeLine(line).map(({ kind, ...range }) => ({ ...range, value: kind }));
  const cuts = new Set([0, line.length]);
  for (const span of [...tokens, ...tones, ...marks]) cuts.add(span.start).add(span.end);
  const bounds = [...cuts].sort((a, b) => a - b);
  return bounds.slice(1).map((end, index) => {
    const from = bounds[index] ?? 0;
    const token = covering(tokens, from, end);
    const tone = covering(tones, from, end);
    const problem = covering(marks, from, end);
    return {
      text: line.slice(from, end),
      ...(token && { token }),
      ...(tone && { tone }),
      ...(problem && { problem }),
    };
  });
}

/** A range as one range for each line it covers, without the lines' indentation. */
export function rangesByLine(text: string, range: TextRange): readonly TextRange[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const span = clip(range, null, start, line);
    const from = start;
    start += line.length + 1;
    return span ? [{ start: from + span.start, end: from + span.end }] : [];
  });
}

/** Notes by the line (from 0) that each is beside; of several on one line the first. */
export function notesByLine(text: string, notes: readonly MarginNote[]): ReadonlyMap<number, MarginNote> {
  const byLine = new Map<number, MarginNote>();
  let line = 0;
  let offset = 0;
  for (const note of [...notes].sort((a, b) => a.offset - b.offset)) {
    for (let next = text.indexOf('\n', offset); next >= 0 && next < note.offset; ) {
      line += 1;
      offset = next + 1;
      next = text.indexOf('\n', offset);
    }
    if (!byLine.has(line)) byLine.set(line, note);
  }
  return byLine;
}

/** Line (from 1) and column (from 1) of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
