import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../setup/paths.mjs';
import { complete, findMissing } from './complete.mjs';

const readJson = (file: string) => JSON.parse(readFileSync(inProject(file), 'utf8'));

const linter = {
  packages: {
    '': {},
    'node_modules/linter': {
      dev: true,
      optionalDependencies: {
        '@linter/linux-x64': '1.2.3',
        '@linter/cli-darwin-arm64': '1.2.3',
        '@linter/cli-linux-x64-musl': '1.2.3',
        '@linter/cli-win32-x64-msvc': '1.2.3',
      },
    },
    'node_modules/linter/node_modules/@linter/linux-x64': { version: '1.2.3' },
  },
};

test('adds the binaries of other systems, with the systems they are for', () => {
  const { lock, added, unknown } = complete(linter);
  expect(added).toEqual([
    '@linter/cli-darwin-arm64',
    '@linter/cli-linux-x64-musl',
    '@linter/cli-win32-x64-msvc',
  ]);
  expect(unknown).toEqual([]);
  const common = { version: '1.2.3', dev: true, optional: true };
  expect(lock.packages['node_modules/@linter/cli-darwin-arm64']).toEqual({
    ...common,
    cpu: ['arm64'],
    os: ['darwin'],
  });
  expect(lock.packages['node_modules/@linter/cli-linux-x64-musl']).toEqual({
    ...common,
    cpu: ['x64'],
    os: ['linux'],
    libc: ['musl'],
  });
  expect(findMissing(lock)).toEqual([]);
});

test('does not guess a system or a version', () => {
  const { added, unknown } = complete({
    packages: {
      'node_modules/a': { optionalDependencies: { 'some-binary': '1.0.0', 'b-linux-x64': '^1.0.0' } },
    },
  });
  expect(added).toEqual([]);
  expect(unknown).toEqual(['some-binary@1.0.0', 'b-linux-x64@^1.0.0']);
});

test('package-lock.json names every optional dependency, so that npm ci works on every system', () => {
  expect(findMissing(readJson('package-lock.json'))).toEqual([]);
});

test('package.json names exact versions only', () => {
  const { dependencies, devDependencies } = readJson('package.json');
  const inexact = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(String(version)),
  );
  expect(inexact).toEqual([]);
});
