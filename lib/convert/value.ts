/*
 * What the readers of Terraform, CloudFormation and JSON make of an expression: JSON's values, of which
 * any part may be unknown because the text only refers to it.
 */

/** An expression without a value. `at` is its first character in the pasted text. */
export interface Unknown {
  readonly type: 'unknown';
  readonly expression: string;
  readonly at: number;
}

/** A string; more than one part where some are unknown. */
export interface Text {
  readonly type: 'text';
  readonly parts: readonly TextPart[];
}

export type TextPart = string | Unknown | Encoded;

/** A number, boolean or null, as JSON writes it. */
export interface Scalar {
  readonly type: 'scalar';
  readonly written: string;
}

export interface List {
  readonly type: 'list';
  readonly items: readonly Value[];
}

export interface Member {
  readonly name: Text;
  readonly value: Value;
}

/** Members in the order of the text, duplicates included. */
export interface ObjectValue {
  readonly type: 'object';
  readonly members: readonly Member[];
}

/** A string that is the JSON of a value: what `jsonencode` returns. */
export interface Encoded {
  readonly type: 'json';
  readonly value: Value;
}

export type Value = Unknown | Text | Scalar | List | ObjectValue | Encoded;

export function unknown(expression: string, at: number): Unknown {
  return { type: 'unknown', expression: expression.replace(/\s+/g, ' ').trim(), at };
}

/** A string of parts; neighbouring characters become one part. */
export function textOf(...parts: readonly TextPart[]): Text {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return { type: 'text', parts: joined };
}

export function scalar(value: number | boolean | null): Scalar {
  return { type: 'scalar', written: JSON.stringify(value) };
}

export function list(items: readonly Value[]): List {
  return { type: 'list', items };
}

export function object(members: Readonly<Record<string, Value | undefined>>): ObjectValue {
  return {
    type: 'object',
    members: Object.entries(members).flatMap(([name, value]) =>
      value ? [{ name: textOf(name), value }] : [],
    ),
  };
}

/** The characters of a string whose every part is known; undefined for anything else. */
export function plainText(value: Value | undefined): string | undefined {
  if (value?.type !== 'text') return undefined;
  const [first = '', ...rest] = value.parts;
  return rest.length === 0 && typeof first === 'string' ? first : undefined;
}

/** A value inside a string: what `"${value}"` puts there. Null for lists and objects, which cannot be. */
export function partsOf(value: Value): readonly TextPart[] | null {
  switch (value.type) {
    case 'text':
      return value.parts;
    case 'scalar':
      return [value.written];
    case 'unknown':
    case 'json':
      return [value];
    default:
      return null;
  }
}

/** The last member of a name wins, as in JSON.parse. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.type !== 'object') return undefined;
  return value.members.findLast((member) => plainText(member.name) === name)?.value;
}

export const isNull = (value: Value): boolean => value.type === 'scalar' && value.written === 'null';

/** Nothing: what the other branch of a condition leaves out. */
export function isNothing(value: Value): boolean {
  return (
    isNull(value) ||
    (value.type === 'list' && value.items.length === 0) ||
    (value.type === 'object' && value.members.length === 0) ||
    (value.type === 'text' && value.parts.length === 0)
  );
}
