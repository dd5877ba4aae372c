import { expect, test } from 'vitest';
import { dayText, monthsLater, plural, principalName, timeText, untilText } from './words.ts';

const at = Date.UTC(2026, 0, 31, 9, 5);

test('times are in UTC', () => {
  expect(timeText(at)).toBe('31 Jan 2026, 09:05:00');
});

test.each([
  [1, '28 Feb 2026'],
  [2, '31 Mar 2026'],
  [12, '31 Jan 2027'],
  [25, '29 Feb 2028'],
])('%i months later', (count, day) => {
  expect(dayText(monthsLater(at, count))).toBe(day);
});

test.each([
  [0, 'now'],
  [59_000, 'in 1 minute'],
  [5 * 3_600_000, 'in 5 hours'],
  [30 * 86_400_000, 'in 30 days'],
])('%i ms from now is %s', (span, text) => {
  expect(untilText(at + span, at)).toBe(text);
});

test('names and numbers', () => {
  expect(principalName('arn:aws:iam::111122223333:role/team/app')).toBe('role team/app');
  expect(principalName('arn:aws:iam::111122223333:root')).toBe('root user');
  expect(principalName('logs.amazonaws.com')).toBe('logs.amazonaws.com');
  expect(plural(1, 'key')).toBe('1 key');
  expect(plural(20_000, 'request')).toBe('20,000 requests');
});
