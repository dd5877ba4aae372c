import type { Fix, Rule } from '../types.ts';

/** Bytes. Source: KMS Developer Guide, "Creating a key policy". */
const limit = 32_768;

/** Tab, line breaks, and the characters of Latin-1 from the space on. Source: KMS API, PutKeyPolicy. */
const refused = /[^\t\n\r\u0020-\u00ff]+/g;

/** A policy that PutKeyPolicy does not take for its length or its characters. */
export const kmsPolicyTooLarge = {
  code: 'KMS_POLICY_TOO_LARGE',
  kinds: ['key'],
  severity: 'error',
  *find({ text }) {
    const bytes = bytesOf(text);
    if (bytes > limit) {
      yield {
        range: { start: Math.min(limit, text.length - 1), end: text.length },
        data: { bytes: `${bytes}`, limit: `${limit}` },
        fixes: compacting(text),
      };
    }
    for (const { 0: characters, index } of text.matchAll(refused)) {
      yield { range: { start: index, end: index + characters.length }, data: { characters } };
    }
  },
} as const satisfies Rule;

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Spaces between tokens count. */
function compacting(text: string): readonly Fix[] {
  let compact: string;
  try {
    compact = JSON.stringify(JSON.parse(text));
  } catch {
    return [];
  }
  if (bytesOf(compact) > limit) return [];
  return [{ code: 'compact', data: {}, edits: [{ range: { start: 0, end: text.length }, text: compact }] }];
}
