import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, withContext } from './text-diff.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
const side = (lines: ReturnType<typeof diffLines>, without: '+' | '-') =>
  lines
    .filter(({ sign }) => sign !== without)
    .map((line) => line.text)
    .join('\n');

describe('diffLines', () => {
  it('tells both texts, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        expect(side(lines, '+')).toBe(before);
        expect(side(lines, '-')).toBe(after);
      }),
    );
  });

  it('tells no more than what changed', () => {
    expect(diffLines('a\nb\nc', 'a\nx\nc')).toEqual([
      { sign: ' ', text: 'a' },
      { sign: '-', text: 'b' },
      { sign: '+', text: 'x' },
      { sign: ' ', text: 'c' },
    ]);
    expect(diffLines('same', 'same')).toEqual([{ sign: ' ', text: 'same' }]);
  });
});

describe('withContext', () => {
  it('leaves out what is far from any change', () => {
    const lines = diffLines('1\n2\n3\n4\n5', '1\n2\n3\n4\n6');
    expect(withContext(lines, 1).map((line) => line?.text ?? null)).toEqual([null, '4', '5', '6']);
    expect(withContext(diffLines('1\n2', '1\n2'))).toEqual([null]);
  });
});
