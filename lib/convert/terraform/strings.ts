/* HCL's strings: https://developer.hashicorp.com/terraform/language/expressions/strings */

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The characters that a piece of a quoted string stands for. */
export function decodeQuoted(written: string): string {
  return decodeMarkers(written, (text) =>
    text.replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs,
      (whole, short?: string, long?: string, letter = '') => {
        const code = short ?? long;
        return code === undefined ? (escapes[letter] ?? whole) : character(Number.parseInt(code, 16), whole);
      },
    ),
  );
}

/** The characters that a piece of a heredoc stands for: there a backslash is a backslash. */
export const decodeHeredoc = (written: string): string => decodeMarkers(written, (text) => text);

/** `$${` and `%%{` are `${` and `%{`. An escape that makes a dollar sign is none of these. */
function decodeMarkers(written: string, decode: (text: string) => string): string {
  return written
    .split(/(\$\$\{|%%\{)/)
    .map((piece) => (piece === '$${' || piece === '%%{' ? piece.slice(1) : decode(piece)))
    .join('');
}

const character = (code: number, otherwise: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;

/** A string as HCL writes it in quotes. */
export function quote(text: string): string {
  const inside = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // A marker's sign is doubled. One more before it is written by its number: readers differ on three in a row.
    .replace(/(\$*)\$\{|(%*)%\{/g, (marker, dollars?: string, percents?: string) =>
      marker.endsWith('${') && dollars !== undefined
        ? `${'\\u0024'.repeat(dollars.length)}$\${`
        : `${'\\u0025'.repeat(percents?.length ?? 0)}%%{`,
    );
  return `"${inside}"`;
}
