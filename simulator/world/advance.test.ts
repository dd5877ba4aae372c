import { expect, test } from 'vitest';
import { createWorld } from '../index.ts';

const account = '111122223333';
const keys = (count: number, rotationPeriodInDays: number) =>
  Array.from({ length: count }, () => ({ rotationPeriodInDays }));

test('every rotation of ten years is in the trail, in the order of time', () => {
  const world = createWorld({ accounts: [{ id: account, keys: [...keys(20, 90), ...keys(20, 365)] }] });
  world.advance({ years: 10 });
  const times = world.trail.slice(0).map(({ at }) => at);
  expect(times).toHaveLength(20 * 40 + 20 * 10);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(world.now.toISOString()).toBe('2036-10-29T00:00:00.000Z');
});

test('a span in parts comes to the same rotations as the span at once', () => {
  const inParts = createWorld({ accounts: [{ id: account, keys: keys(3, 100) }] });
  const atOnce = inParts.fork();
  for (let i = 0; i < 40; i++) inParts.advance({ days: 25 });
  atOnce.advance({ days: 1000 });
  const told = (world: typeof atOnce) => world.trail.slice(0).map(({ at, resources }) => [at, resources]);
  expect(told(inParts)).toEqual(told(atOnce));
  expect(inParts.now).toEqual(atOnce.now);
});

test('disabled keys do not rotate', () => {
  const world = createWorld({
    accounts: [{ id: account, keys: [{ rotationPeriodInDays: 90, enabled: false }] }],
  });
  world.advance({ years: 5 });
  expect(world.trail.length).toBe(0);
});

test('time does not go back', () => {
  const world = createWorld({ accounts: [{ id: account }] });
  expect(() => world.advance({ days: -1 })).toThrow('forward');
  expect(() => world.advance({ days: Number.NaN })).toThrow('forward');
});
