import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inProject, root } from './paths.mjs';
import { digest } from './stamps.mjs';

mkdirSync(inProject('node_modules/.cache'), { recursive: true });
const folder = mkdtempSync(inProject('node_modules/.cache/stamps-test-'));
const source = path.relative(root, folder);
afterAll(() => rmSync(folder, { recursive: true }));

test('the digest changes with content and names, and not with what does not count', () => {
  writeFileSync(path.join(folder, 'a.ts'), 'one');
  const first = digest([source]);
  writeFileSync(path.join(folder, 'a.ts'), 'one');
  expect(digest([source])).toBe(first);
  writeFileSync(path.join(folder, 'a.test.ts'), 'test');
  expect(digest([source])).not.toBe(first);
  expect(digest([source], (file) => !file.endsWith('.test.ts'))).toBe(first);
  writeFileSync(path.join(folder, 'a.ts'), 'two');
  expect(digest([source], (file) => !file.endsWith('.test.ts'))).not.toBe(first);
});

test('what is missing counts as empty', () => {
  expect(digest([`${source}/absent`])).toBe(digest([]));
});
