// ASN.1 in DER, as far as keys need it: structure only, no cryptography.
import { bytesToNumberBE, concatBytes, hexToBytes } from '@noble/curves/utils.js';

const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const;

/** One element, with its content not yet read. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** The whole element. */
  readonly bytes: Uint8Array;
}

function element(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents);
  return concatBytes(Uint8Array.of(tag), lengthOf(content), content);
}

function lengthOf(content: Uint8Array): Uint8Array {
  if (content.length < 0x80) return Uint8Array.of(content.length);
  const bytes = unsigned(BigInt(content.length));
  return concatBytes(Uint8Array.of(0x80 | bytes.length), bytes);
}

/** Big-endian, in as few bytes as it needs. */
function unsigned(value: bigint): Uint8Array {
  const hex = value.toString(16);
  return hexToBytes(hex.length % 2 === 0 ? hex : `0${hex}`);
}

export const sequence = (...elements: Uint8Array[]): Uint8Array => element(tags.sequence, ...elements);

export const octetString = (bytes: Uint8Array): Uint8Array => element(tags.octetString, bytes);

/** A bit string of whole bytes. */
export const bitString = (bytes: Uint8Array): Uint8Array => element(tags.bitString, Uint8Array.of(0), bytes);

export const nullValue = (): Uint8Array => element(tags.null);

/** `[n]` with the content of another type in it, constructed or not. */
export const tagged = (number: number, constructed: boolean, content: Uint8Array): Uint8Array =>
  element(0x80 | (constructed ? 0x20 : 0) | number, content);

/** An integer that is not negative. */
export function integer(value: bigint): Uint8Array {
  const bytes = unsigned(value);
  const looksNegative = (bytes[0] ?? 0) >= 0x80;
  return element(tags.integer, looksNegative ? concatBytes(Uint8Array.of(0), bytes) : bytes);
}

/** An object identifier, given with dots. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.oid, ...[40 * first + second, ...rest].map(base128));
}

function base128(value: number): Uint8Array {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift(0x80 | (left & 0x7f));
  return Uint8Array.from(digits);
}

/** The elements that follow each other in these bytes; undefined unless they fill them exactly. */
export function readElements(bytes: Uint8Array): readonly DerElement[] | undefined {
  const found: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = readElement(bytes.subarray(at));
    if (next === undefined) return undefined;
    found.push(next);
    at += next.bytes.length;
  }
  return found;
}

function readElement(bytes: Uint8Array): DerElement | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  const more = first < 0x80 ? 0 : first & 0x7f;
  // `0x80` is BER's indefinite length, and nothing here needs a length of more than three bytes.
  if (first === 0x80 || more > 3 || bytes.length < 2 + more) return undefined;
  const start = 2 + more;
  const length = more === 0 ? first : Number(bytesToNumberBE(bytes.subarray(2, start)));
  const isShortest = more === 0 || lengthOf(bytes.subarray(0, length)).length === 1 + more;
  if (bytes.length < start + length || !isShortest) return undefined;
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) };
}

/** The elements of a sequence that fills these bytes. */
export function readSequence(bytes: Uint8Array): readonly DerElement[] | undefined {
  const content = readOnly(bytes, tags.sequence);
  return content === undefined ? undefined : readElements(content);
}

/** The content of an octet string that fills these bytes. */
export const readOctetString = (bytes: Uint8Array): Uint8Array | undefined =>
  readOnly(bytes, tags.octetString);

/** The content of `[n]` that fills these bytes. */
export const readTagged = (bytes: Uint8Array, number: number): Uint8Array | undefined =>
  readOnly(bytes, 0x80 | number);

/** The content of a bit string of whole bytes that fills these bytes. */
export function readBitString(bytes: Uint8Array): Uint8Array | undefined {
  const content = readOnly(bytes, tags.bitString);
  return content?.[0] === 0 ? content.subarray(1) : undefined;
}

/** An integer that is not negative, filling these bytes. */
export function readInteger(bytes: Uint8Array): bigint | undefined {
  const content = readOnly(bytes, tags.integer);
  if (content === undefined || content.length === 0 || (content[0] ?? 0) >= 0x80) return undefined;
  return bytesToNumberBE(content);
}

function readOnly(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  const elements = readElements(bytes);
  const [only] = elements ?? [];
  return elements?.length === 1 && only?.tag === tag ? only.content : undefined;
}
