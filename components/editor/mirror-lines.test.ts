import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAndColumn, mirrorLines, notesByLine, rangesByLine } from './mirror-lines.ts';

const look = (
  text: string,
  ...rest: [Parameters<typeof mirrorLines>[1]?, Parameters<typeof mirrorLines>[2]?]
) =>
  mirrorLines(text, ...rest).map((line) =>
    line.map((segment) => [segment.text, segment.token ?? segment.tone ?? segment.problem ?? '']),
  );

describe('mirrorLines', () => {
  it('tells keys from strings', () => {
    expect(look('{"Sid": "A"}')).toEqual([
      [
        ['{', 'punctuation'],
        ['"Sid"', 'key'],
        [':', 'punctuation'],
        [' ', ''],
        ['"A"', 'string'],
        ['}', 'punctuation'],
      ],
    ]);
  });

  it('colours a string that is still being typed', () => {
    expect(look('"kms:Dec')).toEqual([[['"kms:Dec', 'string']]]);
  });

  it('carries a highlight over several lines', () => {
    const lines = mirrorLines('a\nbcd\ne', [{ range: { start: 3, end: 7 }, tone: 'allow' }]);
    expect(lines).toEqual([
      [{ text: 'a' }],
      [{ text: 'b' }, { text: 'cd', tone: 'allow' }],
      [{ text: 'e', tone: 'allow' }],
    ]);
  });

  it('marks one character for an empty problem range', () => {
    const problem = {
      code: 'JSON_SYNTAX_ERROR',
      severity: 'error',
      range: { start: 1, end: 1 },
      data: {},
    } as const;
    expect(mirrorLines('ab', [], [problem])).toEqual([[{ text: 'a' }, { text: 'b', problem: 'error' }]]);
  });

  it('never loses or adds a character, whatever is marked', () => {
    const range = fc.record({ start: fc.nat(60), end: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(range), (text, ranges) => {
        const lines = mirrorLines(
          text,
          ranges.map((r) => ({ range: r, tone: 'focus' as const })),
        );
        expect(lines.map((line) => line.map((s) => s.text).join('')).join('\n')).toBe(text);
      }),
    );
  });
});

describe('rangesByLine', () => {
  it('leaves out the indentation of the lines that follow', () => {
    expect(rangesByLine('  a {\n    b\n  }', { start: 2, end: 15 })).toEqual([
      { start: 2, end: 5 },
      { start: 10, end: 11 },
      { start: 14, end: 15 },
    ]);
  });
});

describe('lineAndColumn', () => {
  it('counts from one', () => {
    expect(lineAndColumn('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  });
});

describe('notesByLine', () => {
  it('puts each note beside the line of its offset, one a line', () => {
    const note = (offset: number, text: string) => ({ offset, text, tone: 'muted' as const });
    const notes = [note(9, 'third'), note(1, 'first'), note(2, 'too many'), note(4, 'second')];
    const found = notesByLine('{ a\nbcd\n  e\n', notes);
    expect(Array.from(found, ([line, { text }]) => [line, text])).toEqual([
      [0, 'first'],
      [1, 'second'],
      [2, 'third'],
    ]);
  });
});
