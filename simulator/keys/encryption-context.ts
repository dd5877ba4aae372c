import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { uint32 } from './bytes.ts';
import type { EncryptionContext } from './types.ts';

/**
 * The one form of an encryption context that is authenticated: its pairs sorted by key, each text with its length in
 * front. Equal contexts have equal bytes and different ones never do. No context is the same as an empty one.
 */
export function encodeContext(context: EncryptionContext = {}): Uint8Array {
  const pairs = Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1));
  return concatBytes(uint32(pairs.length), ...pairs.flat().map(encodeText));
}

function encodeText(text: string): Uint8Array {
  const bytes = utf8ToBytes(text);
  return concatBytes(uint32(bytes.length), bytes);
}
