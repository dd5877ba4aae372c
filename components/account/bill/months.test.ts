import { expect, test } from 'vitest';
import { dollars, monthsUntil, monthText } from './months.ts';

test('months go back over the turn of a year, and not before the beginning', () => {
  const now = Date.UTC(2027, 1, 15);
  expect(monthsUntil(now, Date.UTC(2026, 11, 31), 12)).toEqual(['2026-12', '2027-01', '2027-02']);
  expect(monthsUntil(now, 0, 2)).toEqual(['2027-01', '2027-02']);
});

test.each([
  [0, '$0.00'],
  [1234.5, '$1,234.50'],
  [0.000003, '$0.000003'],
])('%f dollars', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});

test('names', () => {
  expect(monthText('2026-03')).toBe('Mar 2026');
});
