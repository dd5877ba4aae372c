import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesArn, splitArn } from './arn.ts';
import { fillTemplate, parseTemplate } from './variables.ts';
import { markWildcards, matchesPattern } from './wildcard.ts';

/** The rule in its plainest form. */
function naive(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] === '*') {
    return naive(pattern.slice(1), text) || (text !== '' && naive(pattern, text.slice(1)));
  }
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && naive(pattern.slice(1), text.slice(1))
  );
}

const letters = (...alphabet: string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 8 }).map((a) => a.join(''));

describe('matchesPattern', () => {
  test('agrees with the plain recursive rule', () => {
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        expect(matchesPattern(markWildcards(pattern), text)).toBe(naive(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  test('many stars over a long text end in an answer', () => {
    expect(matchesPattern(markWildcards(`${'a*'.repeat(500)}b`), 'a'.repeat(5000))).toBe(false);
  });
});

describe('matchesArn', () => {
  const fits = (pattern: string, value: string) =>
    matchesArn(splitArn(markWildcards(pattern)) ?? [], splitArn(value) ?? []);

  test('a wildcard stays within its part', () => {
    expect(fits('arn:aws:iam::*:role/App', 'arn:aws:iam::111122223333:role/App')).toBe(true);
    expect(fits('arn:aws:iam:*:role/App', 'arn:aws:iam::111122223333:role/App')).toBe(false);
    expect(fits('arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:us-west-2:111122223333:log-group:a:b')).toBe(
      true,
    );
  });
});

describe('policy variables', () => {
  const read = (key: string) => ({ 'aws:username': 'ali*e' })[key];

  test('a wildcard that comes out of a variable is an ordinary character', () => {
    const template = parseTemplate('home/${aws:username}/*', true);
    const filled = template && fillTemplate(template, read);
    expect(filled !== null && matchesPattern(filled, 'home/ali*e/x')).toBe(true);
    expect(filled !== null && matchesPattern(filled, 'home/alice/x')).toBe(false);
  });

  test('a default stands in for a missing key; without one there is no value', () => {
    const withDefault = parseTemplate("${aws:PrincipalTag/team, 'none'}", false);
    const without = parseTemplate('${aws:PrincipalTag/team}', false);
    expect(withDefault && fillTemplate(withDefault, read)).toBe('none');
    expect(without && fillTemplate(without, read)).toBeNull();
  });

  test('a star in braces is a star', () => {
    const template = parseTemplate('a${*}b', true);
    const filled = template && fillTemplate(template, read);
    expect(filled !== null && matchesPattern(filled, 'a*b')).toBe(true);
    expect(filled !== null && matchesPattern(filled, 'axb')).toBe(false);
  });
});
