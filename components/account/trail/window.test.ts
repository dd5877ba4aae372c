import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listHeight, rowHeight, windowOf } from './window.ts';

const view = 600;
const lengths = fc.integer({ min: 20, max: 3_000_000 });

test('what is drawn covers the view at any place of any list', () => {
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (count, at) => {
      const scrollTop = at * Math.max(0, listHeight(count) - view);
      const { first, last, top } = windowOf(count, scrollTop, view);
      expect(top).toBeLessThanOrEqual(scrollTop + 0.01);
      expect(top + (last - first) * rowHeight).toBeGreaterThanOrEqual(
        Math.min(scrollTop + view, count * rowHeight) - 0.01,
      );
      expect(last - first).toBeLessThan(40);
    }),
  );
});

test('the ends of the bar are the ends of the list', () => {
  fc.assert(
    fc.property(lengths, (count) => {
      expect(windowOf(count, 0, view).first).toBe(0);
      expect(windowOf(count, listHeight(count) - view, view).last).toBe(count);
    }),
  );
});

test('a million rows are no taller than browsers allow', () => {
  expect(listHeight(1_000_000)).toBe(10_000_000);
});
