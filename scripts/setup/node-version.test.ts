import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSupported } from './node-version.mjs';
import { inProject } from './paths.mjs';

test.each([
  [18, 20, false],
  [20, 18, false],
  [20, 19, true],
  [21, 7, false],
  [22, 11, false],
  [22, 12, true],
  [23, 11, false],
  [24, 0, true],
  [26, 1, true],
])('Node %i.%i: supported is %s', (major, minor, supported) => {
  expect(isSupported(major, minor)).toBe(supported);
});

test('package.json states the same range', () => {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  expect(engines.node).toBe('^20.19.0 || ^22.12.0 || >=24.0.0');
});
