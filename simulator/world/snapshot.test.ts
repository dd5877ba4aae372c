import { expect, test } from 'vitest';
import { type Upgrade, upgradeSnapshot, worldVersion } from './snapshot.ts';
import { noRows } from './store.ts';

const saved = { version: 1, settings: { seed: 's' }, rows: noRows, trail: [] };

test('a world of today stays as it is', () => {
  expect(upgradeSnapshot({ ...saved, version: worldVersion })).toEqual({ ...saved, version: worldVersion });
});

test('an older world goes through every step since', () => {
  const steps: Upgrade[] = [
    (world) => ({ ...world, settings: { ...(world.settings as object), second: true } }),
    (world) => ({ ...world, settings: { ...(world.settings as object), third: true } }),
  ];
  expect(upgradeSnapshot(saved, steps)).toMatchObject({
    version: 3,
    settings: { seed: 's', second: true, third: true },
  });
  expect(upgradeSnapshot({ ...saved, version: 2 }, steps).settings).not.toHaveProperty('second');
});

test.each([null, 'text', {}, { ...saved, version: 0 }, { ...saved, rows: null }, { ...saved, trail: 1 }])(
  '%j is no saved world',
  (value) => {
    expect(() => upgradeSnapshot(value)).toThrow('not a saved world');
  },
);

test('a world from the future is not guessed at', () => {
  expect(() => upgradeSnapshot({ ...saved, version: worldVersion + 1 })).toThrow('newer version');
});
