import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength } from './bytes.ts';

test('counts the bytes that an encoder makes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(byteLength(text)).toBe(Buffer.byteLength(text));
    }),
  );
});
