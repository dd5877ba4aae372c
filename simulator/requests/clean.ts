/*
 * Error texts come out of logs, web pages and terminals: quoted, escaped, wrapped at the edge of a
 * screen. This takes all of that off.
 */

/** Past this nothing is read; AWS's sentences are far shorter. */
const readingLimit = 100_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
  '#x2F': '/',
  '#x3A': ':',
  '#58': ':',
  '#47': '/',
};

/** One line of plain text. */
export function cleanText(text: string): string {
  let plain = text.slice(0, readingLimit);
  // Twice: a JSON text inside a JSON text is escaped twice.
  for (let i = 0; i < 2; i++) plain = withoutEntities(withoutEscapes(plain));
  return joinedLines(withoutColours(plain));
}

function withoutEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\[nrt]/g, '\n')
    .replace(/\\(["'/\\])/g, '$1');
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(#?\w{2,6});/g,
    (whole, name: string) => entities[name] ?? entities[name.toLowerCase()] ?? whole,
  );
}

/** Terminals colour text by sequences that begin with the escape character. */
function withoutColours(text: string): string {
  return text
    .split('\u001B')
    .map((piece, i) => (i === 0 ? piece : piece.replace(/^\[[0-9;]{0,20}m/, '')))
    .join('');
}

/**
 * Line breaks become spaces, but where one cuts an ARN or an action in two it vanishes. `|` and `>` at
 * the start of a line come from quoting.
 */
function joinedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^[|> ]+/, ''))
    .join('\n')
    .replace(/([:/-])\n(?=[\w*])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
