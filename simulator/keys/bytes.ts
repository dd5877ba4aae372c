import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { base64 } from '@scure/base';

/** Bytes as base64, the form in which key material is kept and AWS JSON carries binary data. */
export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes);

/** The bytes of base64 that `toBase64` made. */
export const fromBase64 = (text: string): Uint8Array => base64.decode(text);

/** A number in four bytes, big-endian. */
export const uint32 = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);

/** A text as UTF-8. */
export const textBytes = (text: string): Uint8Array => utf8ToBytes(text);

/** UTF-8 as text; what is no UTF-8 becomes replacement characters. */
export const textOf = (bytes: Uint8Array): string => bytesToUtf8(bytes);
