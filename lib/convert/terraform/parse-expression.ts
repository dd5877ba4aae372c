/*
 * Expressions of HCL. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 * What cannot be read becomes `broken`, and reading goes on behind it.
 */
import type { Cursor } from './cursor.ts';
import { forNames, heredocTemplate, quotedTemplate } from './parse-template.ts';
import type { Expression, ForExpression, ObjectMember, Step } from './syntax.ts';

/** Operators of two sides, those that bind least first; longer ones before those they begin with. */
const operators: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Reads an expression. `isFlat`: inside brackets, where newlines mean nothing. */
export function parseExpression(cursor: Cursor, isFlat: boolean): Expression {
  return cursor.nested(
    () => conditional(cursor, isFlat),
    () => broken(cursor, cursor.at),
  );
}

const broken = (cursor: Cursor, from: number): Expression => ({ type: 'broken', from, to: cursor.at });

function conditional(cursor: Cursor, isFlat: boolean): Expression {
  const condition = binary(cursor, isFlat, 0);
  cursor.skip(isFlat);
  if (!cursor.takes('?')) return condition;
  const yes = parseExpression(cursor, isFlat);
  cursor.skip(isFlat);
  if (!cursor.takes(':')) cursor.fail();
  const no = parseExpression(cursor, isFlat);
  return { type: 'conditional', condition, yes, no, from: condition.from, to: no.to };
}

function binary(cursor: Cursor, isFlat: boolean, level: number): Expression {
  const known = operators[level];
  if (!known) return unary(cursor, isFlat);
  let left = binary(cursor, isFlat, level + 1);
  for (;;) {
    const end = cursor.at;
    cursor.skip(isFlat);
    const operator = known.find((one) => cursor.sees(one));
    if (operator === undefined) {
      cursor.at = end;
      return left;
    }
    cursor.at += operator.length;
    const right = binary(cursor, isFlat, level + 1);
    left = { type: 'binary', operator, left, right, from: left.from, to: right.to };
  }
}

function unary(cursor: Cursor, isFlat: boolean): Expression {
  cursor.skip(isFlat);
  const from = cursor.at;
  const operator = ['!', '-'].find((one) => cursor.sees(one));
  if (operator === undefined) return taken(cursor, isFlat);
  cursor.at++;
  const operand = cursor.nested(
    () => unary(cursor, isFlat),
    () => broken(cursor, from),
  );
  return { type: 'unary', operator, operand, from, to: operand.to };
}

/** A term with what is taken from it. */
function taken(cursor: Cursor, isFlat: boolean): Expression {
  const base = term(cursor);
  const steps: Step[] = [];
  for (;;) {
    const end = cursor.at;
    cursor.skip(isFlat);
    const step = base.type === 'broken' ? undefined : readStep(cursor);
    if (!step) {
      cursor.at = end;
      return steps.length === 0 ? base : { type: 'taken', base, steps, from: base.from, to: end };
    }
    steps.push(step);
  }
}

function readStep(cursor: Cursor): Step | undefined {
  // Three dots expand an argument or group values.
  if (cursor.sees('.') && !cursor.sees('...')) {
    cursor.at++;
    if (cursor.takes('*')) return { type: 'splat' };
    const name = cursor.word() || digits(cursor);
    if (name === '') cursor.fail();
    return { type: 'get', name };
  }
  if (!cursor.takes('[')) return undefined;
  cursor.skip(true);
  if (cursor.takes('*')) {
    closeWith(cursor, ']');
    return { type: 'splat' };
  }
  const index = parseExpression(cursor, true);
  closeWith(cursor, ']');
  return { type: 'index', index };
}

function closeWith(cursor: Cursor, bracket: string): void {
  cursor.skip(true);
  if (!cursor.takes(bracket)) cursor.fail();
}

function digits(cursor: Cursor): string {
  const start = cursor.at;
  while (/\d/.test(cursor.char)) cursor.at++;
  return cursor.text.slice(start, cursor.at);
}

function term(cursor: Cursor): Expression {
  const from = cursor.at;
  if (cursor.char === '"') return quotedTemplate(cursor);
  if (cursor.sees('<<')) return heredocTemplate(cursor);
  if (cursor.char === '[') return brackets(cursor);
  if (cursor.char === '{') return braces(cursor);
  if (cursor.takes('(')) {
    const inside = parseExpression(cursor, true);
    closeWith(cursor, ')');
    return { type: 'group', inside, from, to: cursor.at };
  }
  if (/\d/.test(cursor.char)) return number(cursor);
  return nameOrCall(cursor);
}

function number(cursor: Cursor): Expression {
  const from = cursor.at;
  const pattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = from;
  cursor.at = Math.min(from + (pattern.exec(cursor.text)?.[0].length ?? 1), cursor.end);
  return { type: 'literal', written: cursor.text.slice(from, cursor.at), from, to: cursor.at };
}

function nameOrCall(cursor: Cursor): Expression {
  const from = cursor.at;
  let name = cursor.word();
  if (name === '') {
    cursor.fail();
    return broken(cursor, from);
  }
  if (name === 'true' || name === 'false' || name === 'null') {
    return { type: 'literal', written: name, from, to: cursor.at };
  }
  // Functions of providers: `provider::aws::arn_parse`.
  while (cursor.takes('::')) name += `::${cursor.word()}`;
  const end = cursor.at;
  cursor.skip(false);
  if (!cursor.takes('(')) {
    cursor.at = end;
    return { type: 'name', name, from, to: end };
  }
  const { items, isExpanded } = itemsUntil(cursor, ')');
  return { type: 'call', name, args: items, isExpanded, from, to: cursor.at };
}

/** Expressions between commas, up to the closing bracket. */
function itemsUntil(cursor: Cursor, close: ')' | ']') {
  const items: Expression[] = [];
  let isExpanded = false;
  for (;;) {
    cursor.skip(true);
    if (cursor.takes(close)) break;
    if (cursor.isDone || cursor.char === '}') {
      cursor.fail();
      break;
    }
    const before = cursor.at;
    items.push(parseExpression(cursor, true));
    cursor.skip(true);
    isExpanded = cursor.takes('...');
    cursor.skip(true);
    if (cursor.takes(',') || cursor.sees(close)) continue;
    cursor.fail();
    if (cursor.at === before) cursor.at++;
  }
  return { items, isExpanded };
}

function brackets(cursor: Cursor): Expression {
  const from = cursor.at;
  cursor.at++;
  cursor.skip(true);
  if (beginsFor(cursor)) return forExpression(cursor, from, ']');
  const { items } = itemsUntil(cursor, ']');
  return { type: 'tuple', items, from, to: cursor.at };
}

function braces(cursor: Cursor): Expression {
  const from = cursor.at;
  cursor.at++;
  cursor.skip(true);
  if (beginsFor(cursor)) return forExpression(cursor, from, '}');
  const members: ObjectMember[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.takes('}')) break;
    if (cursor.isDone || cursor.char === ']' || cursor.char === ')') {
      cursor.fail();
      break;
    }
    const before = cursor.at;
    const member = objectMember(cursor);
    if (member) members.push(member);
    cursor.skip(false);
    if (cursor.takes(',') || cursor.char === '\n' || cursor.char === '}') continue;
    cursor.fail();
    if (cursor.at === before) cursor.at++;
  }
  return { type: 'object', members, from, to: cursor.at };
}

function objectMember(cursor: Cursor): ObjectMember | null {
  const key = parseExpression(cursor, false);
  cursor.skip(false);
  if (key.type === 'broken' || !(cursor.takes('=') || cursor.takes(':'))) {
    if (key.type !== 'broken') cursor.fail();
    return null;
  }
  return { key, value: parseExpression(cursor, false) };
}

/** `for`, and not a member of that name. */
function beginsFor(cursor: Cursor): boolean {
  const start = cursor.at;
  const isFor = cursor.seesWord('for');
  if (isFor) cursor.word();
  cursor.skip(true);
  const begins = isFor && cursor.word() !== '';
  cursor.at = start;
  return begins;
}

function forExpression(cursor: Cursor, from: number, close: ']' | '}'): Expression {
  cursor.word();
  const names = forNames(cursor, true);
  const over = parseExpression(cursor, true);
  cursor.skip(true);
  if (!cursor.takes(':')) cursor.fail();
  const first = parseExpression(cursor, true);
  cursor.skip(true);
  const second = close === '}' && cursor.takes('=>') ? parseExpression(cursor, true) : undefined;
  cursor.skip(true);
  const isGrouped = cursor.takes('...');
  cursor.skip(true);
  const hasCondition = cursor.seesWord('if') && cursor.word() !== '';
  const condition = hasCondition ? parseExpression(cursor, true) : undefined;
  closeWith(cursor, close);
  const loop: ForExpression = {
    type: 'for',
    names,
    over,
    ...(second && { key: first }),
    value: second ?? first,
    isGrouped,
    ...(condition && { condition }),
  };
  return { ...loop, from, to: cursor.at };
}
