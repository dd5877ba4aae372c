import { expect, test } from 'vitest';
import { byteLength } from './bytes.ts';

test.each(['', 'kms:Decrypt', 'Über', '“curly”', 'a\u{1f511}b', '\u07ff\u0800\uffff'])(
  'counts the bytes that an encoder makes of %j',
  (text) => {
    expect(byteLength(text)).toBe(Buffer.byteLength(text));
  },
);
