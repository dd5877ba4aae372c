import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEnvironment } from '../testing/arbitraries.ts';
import { readPlain } from './plain.ts';
import { readTolerantly } from './tolerant.ts';
import type { PolicyKind } from './types.ts';

/** The document that the tolerant reader finds; null when it finds anything wrong with it. */
function flawless(text: string, kind: PolicyKind) {
  let problems = 0;
  const document = readTolerantly(text, kind, () => {
    problems += 1;
  });
  return problems === 0 ? document : null;
}

const kinds: readonly PolicyKind[] = ['key', 'identity', 'rcp', 'resource'];
const anyKind = fc.constantFrom(...kinds);

const policies = anyEnvironment.map((environment) => environment.resourcePolicy ?? {});
const anyText = fc
  .tuple(policies, fc.constantFrom(undefined, 2, '\t'))
  .map(([policy, indent]) => JSON.stringify(policy, null, indent));

/** Pieces that change what a policy's text means, or break it. */
const anyPiece = fc.constantFrom(
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\\',
    '*',
    'x',
    '"Sid"',
    '"Sid":"", ',
    '"*", ',
    '"1":"",',
    'true',
    '7',
  ],
);

const statement = (members: string) => `{"Statement": [{${members}}]}`;
const rest = '"Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*"';

describe('readPlain', () => {
  test('reads most policies without problems, and in each finds what the tolerant reader finds', () => {
    let read = 0;
    let flawlessOnes = 0;
    fc.assert(
      fc.property(anyText, anyKind, (text, kind) => {
        const document = readPlain(text, kind);
        const expected = flawless(text, kind);
        if (expected !== null) flawlessOnes += 1;
        if (document === null) return;
        expect(document).toEqual(expected);
        read += 1;
      }),
    );
    expect(read).toBeGreaterThan(flawlessOnes / 2);
  });

  test('of a text that was changed anywhere, it reads what the tolerant reader reads, or nothing', () => {
    fc.assert(
      fc.property(anyText, anyKind, fc.nat(), fc.nat(9), anyPiece, (text, kind, place, length, piece) => {
        const at = place % text.length;
        const changed = text.slice(0, at) + piece + text.slice(at + length);
        const document = readPlain(changed, kind);
        if (document !== null) expect(document).toEqual(flawless(changed, kind));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an element twice', statement(`"Sid": "a", "Sid": "a", ${rest}`)],
    ['an element twice, of which the longer counts', statement(`"Sid": "", "Sid": "longer", ${rest}`)],
    ['an operator twice', statement(`${rest}, "Condition": {"Bool": {"a": "b"}, "Bool": {"a": "b"}}`)],
    ['a condition key twice', statement(`${rest}, "Condition": {"Bool": {"a": "b", "a": "b"}}`)],
    [
      'names that JSON.parse puts in another order',
      statement(`${rest}, "Condition": {"Bool": {"b": "", "1": ""}}`),
    ],
    ['an escaped character', statement(`"Sid": "\\u0041", ${rest}`)],
    ['a name that every object knows', statement(`"constructor": "", ${rest}`)],
    ['a value that is no text', statement(`${rest}, "Condition": {"Bool": {"a": true}}`)],
    ['text after the end', `${statement(rest)}x`],
  ])('leaves %s to the tolerant reader', (_, text) => {
    expect(readPlain(statement(rest), 'key')).not.toBeNull();
    expect(readPlain(text, 'key')).toBeNull();
  });
});
