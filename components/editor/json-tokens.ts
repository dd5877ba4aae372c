/* Colours for one line of JSON. Strings of valid JSON never span lines, so a line can be read on its own. */

export type TokenKind = 'key' | 'string' | 'number' | 'keyword' | 'punctuation';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

const token = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[{}[\],:]/g;

function kindOf(text: string, rest: string): TokenKind {
  if (text.startsWith('"')) return /^\s*:/.test(rest) ? 'key' : 'string';
  if (/^[-\d]/.test(text)) return 'number';
  if (/^[tfn]/.test(text)) return 'keyword';
  return 'punctuation';
}

/** The tokens of one line, in order; what lies between them is white space or not JSON. */
export function tokenizeLine(line: string): readonly Token[] {
  return Array.from(line.matchAll(token), (match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, kind: kindOf(match[0], line.slice(end)) };
  });
}
