import { byteLength } from '../bytes.ts';
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
    const bytes = byteLength(text);
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

/** Spaces between tokens count. */
function compacting(text: string): readonly Fix[] {
  let compact: string;
  try {
    compact = JSON.stringify(JSON.parse(text));
  } catch {
    return [];
  }
  if (byteLength(compact) > limit) return [];
  return [{ code: 'compact', data: {}, edits: [{ range: { start: 0, end: text.length }, text: compact }] }];
}
