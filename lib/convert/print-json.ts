import type { Text, Unknown, Value } from './value.ts';

interface Style {
  /** What a string with parts that are not known is to say. `path` leads to it: `Statement[0].Action`. */
  readonly text: (parts: Text['parts'], path: string) => string;
  /** Two spaces to a level, as JSON.stringify has it; on one line otherwise. */
  readonly isPretty?: boolean;
  /** The JSON of a string; JSON.stringify unless given. */
  readonly quote?: (text: string) => string;
}

/** A value as JSON: members in their order, duplicates included, numbers as they were written. */
export function printJson(value: Value, style: Style): string {
  return print(value, '', '', style);
}

/** The characters of a string without unknown parts. */
export const knownParts = (parts: Text['parts']): string =>
  parts.map((part) => (typeof part === 'string' ? part : '')).join('');

function print(value: Value, path: string, indent: string, style: Style): string {
  const inner = `${indent}  `;
  switch (value.type) {
    case 'text':
    case 'unknown':
      return string(value, path, style);
    case 'json':
      return (style.quote ?? JSON.stringify)(print(value.value, path, '', style));
    case 'scalar':
      return value.written;
    case 'list':
      return lines(
        '[]',
        value.items.map((item, index) => print(item, `${path}[${index}]`, inner, style)),
        indent,
        style,
      );
    case 'object': {
      const members = value.members.map((member) => {
        const name = style.text(member.name.parts, path);
        const inside = print(member.value, path === '' ? name : `${path}.${name}`, inner, style);
        return `${(style.quote ?? JSON.stringify)(name)}:${style.isPretty ? ' ' : ''}${inside}`;
      });
      return lines('{}', members, indent, style);
    }
  }
}

function string(value: Text | Unknown, path: string, style: Style): string {
  const text = style.text(value.type === 'text' ? value.parts : [value], path);
  return (style.quote ?? JSON.stringify)(text);
}

function lines(brackets: string, inside: readonly string[], indent: string, { isPretty }: Style): string {
  if (inside.length === 0) return brackets;
  if (!isPretty) return `${brackets[0]}${inside.join(',')}${brackets[1]}`;
  return `${brackets[0]}\n${inside.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${brackets[1]}`;
}
