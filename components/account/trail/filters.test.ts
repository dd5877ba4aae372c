import { expect, test } from 'vitest';
import { toFilter, wholeTrail } from './filters.tsx';

test('nothing looked for is the whole trail', () => {
  expect(toFilter({ ...wholeTrail, name: '  ' })).toBeNull();
});

test('a part of a name stands for all events that have it', () => {
  expect(toFilter({ ...wholeTrail, name: 'datakeypair' })?.eventNames).toEqual([
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
  ]);
  expect(toFilter({ ...wholeTrail, name: 'no such event' })?.eventNames).toEqual([]);
});

test('the last day of a span belongs to it', () => {
  expect(toFilter({ ...wholeTrail, from: '2026-01-01', to: '2026-01-01' })).toEqual({
    from: Date.UTC(2026, 0, 1),
    to: Date.UTC(2026, 0, 2),
  });
});
