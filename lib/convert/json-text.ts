/* JSON that is the value of an expression: text with gaps where something is not known. */
import { type JsonNode, parseJson } from '@/simulator/index.ts';
import { list, scalar, type Text, type TextPart, textOf, type Value } from './value.ts';

/** Characters that stand for a gap; of Unicode's private use, so that no policy has them. */
const gapStart = '\uE000';
const gapEnd = '\uE001';
const gap = /\uE000(\d+)\uE001/;

export interface JsonText {
  readonly value: Value | null;
  /** Something in it is not JSON; `value` is what could be read all the same. */
  readonly broken: boolean;
}

/** Reads a text as JSON. A gap inside a string makes that string unknown in part, one outside stands for a value. */
export function readJsonText({ parts }: Text): JsonText {
  const gaps: TextPart[] = [];
  let written = '';
  let inString = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      const text = part.replaceAll(gapStart, '').replaceAll(gapEnd, '');
      inString = endsInString(text, inString);
      written += text;
      continue;
    }
    const mark = `${gapStart}${gaps.length}${gapEnd}`;
    gaps.push(part);
    written += inString ? mark : `"${mark}"`;
  }
  const { root, errors } = parseJson(written);
  return { value: root && fromNode(root, gaps), broken: errors.length > 0 };
}

/** Whether a text that begins inside or outside a JSON string ends inside one. */
function endsInString(text: string, begins: boolean): boolean {
  let inside = begins;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') inside = !inside;
    else if (inside && text[at] === '\\') at++;
  }
  return inside;
}

/** A JSON tree as a value. */
export function fromNode(node: JsonNode, gaps: readonly TextPart[] = []): Value {
  switch (node.type) {
    case 'string':
      return fromString(node.value, gaps);
    case 'array':
      return list(node.items.map((item) => fromNode(item, gaps)));
    case 'object':
      return {
        type: 'object',
        members: node.members.flatMap(({ name, value }) =>
          value ? [{ name: textIn(name.value, gaps), value: fromNode(value, gaps) }] : [],
        ),
      };
    default:
      return { type: 'scalar', written: node.value };
  }
}

function fromString(text: string, gaps: readonly TextPart[]): Value {
  const found = textIn(text, gaps);
  const [only, ...rest] = found.parts;
  if (only === undefined || typeof only === 'string' || rest.length > 0) return found;
  return only.type === 'json' ? only.value : only;
}

function textIn(text: string, gaps: readonly TextPart[]): Text {
  // Splitting by a pattern with a group puts the group's text between the pieces.
  const pieces = text.split(gap);
  return textOf(...pieces.map((piece, index) => (index % 2 === 0 ? piece : (gaps[Number(piece)] ?? ''))));
}

/** A value without gaps, from plain data. */
export function fromData(data: unknown): Value {
  if (typeof data === 'string') return textOf(data);
  if (Array.isArray(data)) return list(data.map(fromData));
  if (typeof data === 'object' && data !== null) {
    return {
      type: 'object',
      members: Object.entries(data).map(([name, value]) => ({ name: textOf(name), value: fromData(value) })),
    };
  }
  return typeof data === 'number' || typeof data === 'boolean' ? scalar(data) : scalar(null);
}
