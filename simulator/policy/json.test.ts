import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonNode, parseJson } from './json.ts';

function plain(node: JsonNode | null): unknown {
  if (node === null) return undefined;
  switch (node.type) {
    case 'object':
      return Object.fromEntries(node.members.map((m) => [m.name.value, plain(m.value)]));
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.value;
    case 'number':
      return Number(node.value);
    case 'boolean':
      return node.value === 'true';
    case 'null':
      return null;
  }
}

const reasons = (text: string) => parseJson(text).errors.map((e) => e.reason);

describe('parseJson', () => {
  test('reads what JSON.parse reads, and finds no errors in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const tree = parseJson(text);
        expect(tree.errors).toEqual([]);
        const withoutPrototype = JSON.parse(text.replaceAll('"__proto__"', '"proto"'));
        expect(plain(parseJson(text.replaceAll('"__proto__"', '"proto"')).root)).toEqual(withoutPrototype);
      }),
    );
  });

  test('any text gives a tree whose ranges lie inside the text, or an error', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      'a',
      '\\',
      '\n',
      '//',
      '/*',
      '1',
      'true',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { root, errors } = parseJson(text);
        const inside = (n: { start: number; end: number }) =>
          n.start >= 0 && n.start <= n.end && n.end <= text.length;
        const visit = (node: JsonNode | null): boolean =>
          node === null ||
          (inside(node) &&
            (node.type === 'object'
              ? node.members.every((m) => inside(m) && inside(m.name) && visit(m.value))
              : node.type !== 'array' || node.items.every(visit)));
        expect(visit(root)).toBe(true);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(errors.length === 0).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps both of two members with one name', () => {
    const { root } = parseJson('{"a":1,"a":2}');
    expect(root?.type === 'object' && root.members.map((m) => m.value?.type)).toEqual(['number', 'number']);
  });

  test.each([
    ['', 'empty'],
    ['{"a":1,}', 'trailingComma'],
    ['[1,]', 'trailingComma'],
    ['{"a" 1}', 'expectedColon'],
    ['{"a":}', 'expectedValue'],
    ['{"a":1 "b":2}', 'expectedComma'],
    ['{"a":"x\n}', 'unterminatedString'],
    ['{"a":1} // note', 'comment'],
    ['{"a":1', 'unclosed'],
    ['{"a":kms}', 'bareWord'],
    ['{} {}', 'trailingText'],
    ['"\\q"', 'badEscape'],
  ])('%s: %s', (text, reason) => {
    expect(reasons(text)).toContain(reason);
  });

  test('goes on after an unfinished string, so that what follows is still read', () => {
    const { root } = parseJson('{"Action": "kms:De\n, "Resource": "*"}');
    expect(plain(root)).toEqual({ Action: 'kms:De', Resource: '*' });
  });

  test('an error at the end of the text ends with it', () => {
    expect(parseJson('"\\').errors.map(({ end }) => end)).toEqual([2, 2]);
  });

  test('hostile nesting ends in an error, not in an exhausted stack', () => {
    expect(reasons('['.repeat(1_000_000))).toContain('tooDeep');
  });
});
