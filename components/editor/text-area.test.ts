import { describe, expect, it } from 'vitest';
import { movedOffset } from './text-area.ts';

describe('movedOffset', () => {
  const edits = [
    { range: { start: 2, end: 4 }, text: '-----' },
    { range: { start: 8, end: 12 }, text: '' },
  ];

  it.each([
    ['before all edits', 1, 1],
    ['behind one', 6, 9],
    ['inside what was taken out', 10, 11],
    ['behind all', 14, 13],
  ])('%s', (_, offset, expected) => {
    expect(movedOffset(offset, edits)).toBe(expected);
  });

  it('stays within what takes the place of the text it was in', () => {
    expect(movedOffset(3, edits)).toBe(3);
    expect(movedOffset(10, [{ range: { start: 2, end: 12 }, text: 'abc' }])).toBe(5);
  });
});
