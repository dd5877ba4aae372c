import { expect, test } from 'vitest';
import { explainInstallFailure } from './install-failure.mjs';

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/next failed',
    /cannot be reached/,
  ],
  ['npm error code ECONNREFUSED', /cannot be reached/],
  ['npm error code EACCES\nnpm error syscall mkdir\nnpm error path /root/.npm', /no permission/],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when …', /do not agree/],
  ['npm error code ETARGET\nnpm error notarget No matching version found for next@99', /does not give out/],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
  ['npm error something else', /could not be installed/],
])('%j is told in a sentence, with a remedy', (output, sentence) => {
  const { message, remedy } = explainInstallFailure(output);
  expect(message).toMatch(sentence);
  expect(remedy).not.toBe('');
});
