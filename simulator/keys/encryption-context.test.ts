import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeContext } from './encryption-context.ts';

const contexts = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), { maxKeys: 6 });

test('the order of pairs does not matter', () => {
  fc.assert(
    fc.property(contexts, (context) => {
      const reversed = Object.fromEntries(Object.entries(context).reverse());
      expect(encodeContext(reversed)).toEqual(encodeContext(context));
    }),
  );
});

test('different contexts are different bytes', () => {
  fc.assert(
    fc.property(contexts, contexts, (one, other) => {
      const isSame =
        JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
      expect(String(encodeContext(one)) === String(encodeContext(other))).toBe(isSame);
    }),
  );
});

test.each([
  [{ a: 'b' }, { A: 'b' }],
  [{ a: 'b' }, { a: 'B' }],
  [{ a: 'bc' }, { ab: 'c' }],
  [{ a: 'b', c: 'd' }, { a: 'bcd' }],
  [{ a: '' }, {}],
])('%j is not %j', (one, other) => {
  expect(encodeContext(one)).not.toEqual(encodeContext(other));
});

test('no context is an empty one', () => {
  expect(encodeContext(undefined)).toEqual(encodeContext({}));
});
