import { expect, test } from 'vitest';
import { explain, Stop } from './say.mjs';

const failed = (code: string) => Object.assign(new Error(code), { code, path: '/srv/kms/data' });

test('a folder without write permission is named, with the remedy', () => {
  const told = explain(failed('EACCES'));
  expect(told).toBeInstanceOf(Stop);
  expect(told).toMatchObject({
    message: 'Cannot write /srv/kms/data (EACCES).',
    remedy: expect.stringContaining('write permission'),
  });
});

test('an error that is a bug stays as it is', () => {
  const bug = failed('ERR_INVALID_ARG_TYPE');
  expect(explain(bug)).toBe(bug);
});
