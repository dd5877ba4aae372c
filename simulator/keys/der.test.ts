import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bitString,
  integer,
  octetString,
  oid,
  readBitString,
  readElements,
  readInteger,
  readOctetString,
  readSequence,
  readTagged,
  sequence,
  tagged,
} from './der.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

test('integers keep their sign bit clear', () => {
  expect(integer(127n)).toEqual(Uint8Array.of(2, 1, 0x7f));
  expect(integer(128n)).toEqual(Uint8Array.of(2, 2, 0, 0x80));
  expect(integer(0n)).toEqual(Uint8Array.of(2, 1, 0));
});

test('object identifiers have the first two numbers in one byte and the others in base 128', () => {
  expect(oid('1.2.840.113549.1.1.1')).toEqual(
    Uint8Array.of(6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1),
  );
});

test('what is written can be read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 2048n }), bytes, (number, content) => {
      expect(readInteger(integer(number))).toBe(number);
      expect(readOctetString(octetString(content))).toEqual(content);
      expect(readBitString(bitString(content))).toEqual(content);
      expect(readTagged(tagged(0, false, content), 0)).toEqual(content);
      const elements = readSequence(sequence(integer(number), octetString(content)));
      expect(elements?.map((element) => element.bytes)).toEqual([integer(number), octetString(content)]);
    }),
  );
});

test('a part of an element is not an element', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (content, cut) => {
      const whole = octetString(content);
      expect(readElements(whole.subarray(0, 1 + (cut % (whole.length - 1))))).toBeUndefined();
    }),
  );
});

describe('not DER', () => {
  test.each([
    ['a length longer than it need be', [4, 0x81, 1, 7]],
    ['an indefinite length', [4, 0x80, 7, 0, 0]],
    ['more after the element', [4, 1, 7, 0]],
    ['another type', [2, 1, 7]],
    ['a length of more than three bytes', [4, 0x84, 0, 0, 0, 1, 7]],
  ])('%s', (_name, content) => {
    expect(readOctetString(Uint8Array.from(content))).toBeUndefined();
  });

  test.each([
    ['an empty integer', [2, 0]],
    ['a negative integer', [2, 1, 0x80]],
  ])('%s', (_name, content) => {
    expect(readInteger(Uint8Array.from(content))).toBeUndefined();
  });

  test('a bit string of a part of a byte', () => {
    expect(readBitString(Uint8Array.of(3, 2, 1, 0x80))).toBeUndefined();
  });
});
