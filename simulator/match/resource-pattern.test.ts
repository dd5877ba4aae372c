import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsOnlyBeyondSegments, matchesResourcePattern } from './resource-pattern.ts';
import { markWildcards, matchesPattern } from './wildcard.ts';

const key = 'arn:aws:kms:us-west-2:111122223333:key/1234';
const fits = (pattern: string, resource: string) => matchesResourcePattern(markWildcards(pattern), resource);

describe('matchesResourcePattern', () => {
  test.each([
    ['arn:aws:kms:us-west-2:111122223333:key/*', key],
    ['arn:aws:kms:us-*-2:*:key/????', key],
    ['arn:aws:kms:*', key],
    ['arn:*:key/1234', key],
    ['arn:aws:*:111122223333:key/*', key],
    [
      'arn:aws:logs:us-west-2:111122223333:log-group:a*c:x?z',
      'arn:aws:logs:us-west-2:111122223333:log-group:a:b:c:x:z',
    ],
  ])('%s fits %s', (pattern, resource) => {
    expect(fits(pattern, resource)).toBe(true);
  });

  test.each([
    ['arn:aws:kms:*key/1234', key],
    ['arn:aws:kms:us-west-2?111122223333:key/1234', key],
    ['arn:aws:kms:us*2:key/1234', 'arn:aws:kms:us-west-2:2:key/1234'],
    ['arn:aws:kms:us-*-1:111122223333:key/*', key],
  ])('%s does not fit %s', (pattern, resource) => {
    expect(fits(pattern, resource)).toBe(false);
  });

  test('fits whatever a pattern without borders fits, but where a wildcard had to leave its segment', () => {
    const text = (...alphabet: string[]) =>
      fc.array(fc.constantFrom(...alphabet), { maxLength: 16 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text('a', ':', '*', '?'), text('a', ':'), (pattern, resource) => {
        const marked = markWildcards(pattern);
        const beyond = fitsOnlyBeyondSegments(marked, resource);
        expect(matchesResourcePattern(marked, resource)).toBe(matchesPattern(marked, resource) && !beyond);
        if (beyond) expect(pattern).toMatch(/[*?][^:]|\?(?::|$)/);
      }),
      { numRuns: 5000 },
    );
  });
});
