import { plainText, type Text, type Value } from '../value.ts';

/** A piece of a string: characters, or an expression whose value they are. */
type Piece = { readonly text?: string; readonly code?: string };

export type PrintTypescript = (value: Value, indent: string) => string;

/** Prints values as TypeScript; `piecesOf` says what the references in strings are. */
export function typescript(piecesOf: (parts: Text['parts']) => readonly Piece[]): PrintTypescript {
  const string = (text: Text): string => {
    const plain = plainText(text);
    if (plain !== undefined) return quoted(plain);
    const inside = piecesOf(text.parts).map(({ text: characters, code }) =>
      code === undefined ? inTemplate(characters ?? '') : `\${${code}}`,
    );
    return `\`${inside.join('')}\``;
  };
  const print: PrintTypescript = (value, indent) => {
    const inner = `${indent}  `;
    switch (value.type) {
      case 'text':
        return string(value);
      case 'list': {
        const items = value.items.map((item) => print(item, inner));
        return items.length < 2
          ? `[${items.join('')}]`
          : `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`;
      }
      case 'object': {
        const members = value.members.map(
          ({ name, value: inside }) => `${inner}${nameOf(plainText(name) ?? '')}: ${print(inside, inner)},\n`,
        );
        return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
      }
      default:
        return value.type === 'scalar' ? value.written : 'undefined';
    }
  };
  return print;
}

/** `__proto__: …` would set the prototype and not a member. */
const nameOf = (name: string): string =>
  name === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);

/** JSON's escapes are TypeScript's as well. */
function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${lineSafe(inside)}'`;
}

function inTemplate(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return lineSafe(inside.replaceAll('`', '\\`').replaceAll('${', '\\${'));
}

const lineSafe = (text: string): string =>
  text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
