import { expect, test } from 'vitest';
import { quantile } from './statistics.ts';

test('quantiles are values of the sample', () => {
  const values = [5, 1, 4, 2, 3];
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 0.5)).toBe(3);
  expect(quantile(values, 0.95)).toBe(5);
});

test('an empty sample has none', () => {
  expect(quantile([], 0.5)).toBeNaN();
});
