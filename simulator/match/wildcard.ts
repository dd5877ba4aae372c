/*
 * Patterns with `*` and `?`. A pattern is kept as text in which the two wildcards are private-use
 * characters, so that a `*` that comes out of a policy variable stays an ordinary character.
 * Matching never backtracks past the last star: no input makes it slow.
 */

export const anyText = '\uE000';
export const anyCharacter = '\uE001';

/** Marks the wildcards of a pattern as written in a policy. */
export function markWildcards(written: string): string {
  return written.includes('*') || written.includes('?')
    ? written.replaceAll('*', anyText).replaceAll('?', anyCharacter)
    : written;
}

/** A marked pattern as a policy writes it. */
export function writtenPattern(pattern: string): string {
  return pattern.replaceAll(anyText, '*').replaceAll(anyCharacter, '?');
}

export function hasWildcards(pattern: string): boolean {
  return pattern.includes(anyText) || pattern.includes(anyCharacter);
}

/** Whether the whole text fits a marked pattern. Case-sensitive. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern === anyText) return true;
  if (!hasWildcards(pattern)) return pattern === text;
  const pieces = pattern.split(anyText);
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return text.length === first.length && fitsAt(first, text, 0);
  const last = pieces[pieces.length - 1] ?? '';
  if (text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  if (!fitsAt(first, text, 0) || !fitsAt(last, text, end)) return false;
  let at = first.length;
  for (let i = 1; i < pieces.length - 1; i++) {
    const piece = pieces[i] ?? '';
    const found = find(piece, text, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

function find(piece: string, text: string, from: number): number {
  if (!piece.includes(anyCharacter)) return text.indexOf(piece, from);
  for (let at = from; at + piece.length <= text.length; at++) if (fitsAt(piece, text, at)) return at;
  return -1;
}

function fitsAt(piece: string, text: string, at: number): boolean {
  if (!piece.includes(anyCharacter)) return text.startsWith(piece, at);
  for (let i = 0; i < piece.length; i++) {
    if (piece[i] !== anyCharacter && piece.charCodeAt(i) !== text.charCodeAt(at + i)) return false;
  }
  return true;
}
