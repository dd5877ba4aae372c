/* Terraform's expressions to values. What cannot be told from the text is unknown, never guessed. */
import {
  isNothing,
  list,
  memberOf,
  partsOf,
  plainText,
  type Text,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../value.ts';
import { forExpression } from './for-expression.ts';
import { callFunction } from './functions.ts';
import { resolve } from './references.ts';
import type { Scope } from './scope.ts';
import type { Expression, Step } from './syntax.ts';
import { heredoc, template } from './template.ts';

type Of<Type extends Expression['type']> = Extract<Expression, { readonly type: Type }>;

/** The value of an expression. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (scope.budget.left-- <= 0) return unknownOf(expression, scope);
  return evaluateKnown(expression, scope) ?? unknownOf(expression, scope);
}

/** What the text says, as an unknown value. */
export function unknownOf({ from, to }: Expression, { module }: Scope): Unknown {
  return unknown(module.text.slice(from, to), from);
}

/** Undefined where nothing can be made of it. */
function evaluateKnown(expression: Expression, scope: Scope): Value | undefined {
  switch (expression.type) {
    case 'literal':
      return { type: 'scalar', written: literal(expression.written) };
    case 'template':
      return template(expression.pieces, scope);
    case 'heredoc':
      return heredoc(expression, scope);
    case 'tuple':
      return list(expression.items.map((item) => evaluate(item, scope)));
    case 'object':
      return {
        type: 'object',
        members: expression.members.map(({ key, value }) => ({
          name: objectKey(key, scope),
          value: evaluate(value, scope),
        })),
      };
    case 'call':
      return call(expression, scope);
    case 'for':
      return forExpression(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'unary':
      return unary(expression, scope);
    case 'binary':
      return binary(expression, scope);
    case 'group':
      return evaluate(expression.inside, scope);
    case 'name':
      return resolve([expression.name], scope, expression.from)?.value;
    case 'taken':
      return taken(expression, scope);
    case 'broken':
      return undefined;
  }
}

/** Longer whole numbers than JavaScript keeps exactly stand as they are written. */
function literal(written: string): string {
  if (!/^\d/.test(written)) return written;
  return /^\d+$/.test(written) ? written.replace(/^0+(?=\d)/, '') : `${Number(written)}`;
}

/** A bare word is the name itself; anything else is an expression. */
function objectKey(key: Expression, scope: Scope): Text {
  if (key.type === 'name') return textOf(key.name);
  const value = evaluate(key, scope);
  return value.type === 'text' ? value : textOf(...(partsOf(value) ?? [unknownOf(key, scope)]));
}

function call({ name, args, isExpanded }: Of<'call'>, scope: Scope): Value | undefined {
  const values = args.map((arg) => evaluate(arg, scope));
  if (!isExpanded) return callFunction(name, values);
  const last = values.at(-1);
  return last?.type === 'list' ? callFunction(name, [...values.slice(0, -1), ...last.items]) : undefined;
}

/** Where the condition is not known and one side is nothing, the other is taken, and that is told. */
function conditional({ condition, yes, no, from }: Of<'conditional'>, scope: Scope): Value | undefined {
  const met = evaluate(condition, scope);
  if (met.type === 'scalar') return evaluate(met.written === 'true' ? yes : no, scope);
  const [taken, left] = [evaluate(yes, scope), evaluate(no, scope)];
  if (isNothing(taken) === isNothing(left)) return undefined;
  scope.assumptions.add('CONDITION_TAKEN', unknownOf(condition, scope).expression, '', from);
  return isNothing(taken) ? left : taken;
}

function unary({ operator, operand }: Of<'unary'>, scope: Scope): Value | undefined {
  const value = evaluate(operand, scope);
  if (value.type !== 'scalar') return undefined;
  return { type: 'scalar', written: operator === '-' ? `-${value.written}` : `${value.written !== 'true'}` };
}

function binary({ operator, left, right }: Of<'binary'>, scope: Scope): Value | undefined {
  const answer = compare(operator, evaluate(left, scope), evaluate(right, scope));
  return answer === undefined ? undefined : { type: 'scalar', written: `${answer}` };
}

function compare(operator: string, left: Value, right: Value): boolean | undefined {
  if (operator === '&&' || operator === '||') {
    if (left.type !== 'scalar' || right.type !== 'scalar') return undefined;
    const [a, b] = [left.written === 'true', right.written === 'true'];
    return operator === '&&' ? a && b : a || b;
  }
  if (operator !== '==' && operator !== '!=') return undefined;
  const [a, b] = [constant(left), constant(right)];
  return a === undefined || b === undefined ? undefined : (a === b) === (operator === '==');
}

function constant(value: Value): string | undefined {
  if (value.type === 'scalar') return value.written;
  const text = plainText(value);
  return text === undefined ? undefined : JSON.stringify(text);
}

/** Of a name, as much as can be resolved, and what is taken from that; of anything else, what is taken. */
function taken({ base, steps, from }: Of<'taken'>, scope: Scope): Value | undefined {
  if (base.type !== 'name') return take(evaluate(base, scope), steps, scope);
  const path = [base.name];
  for (const step of steps) {
    const name = nameOf(step, scope);
    if (name === undefined) break;
    path.push(name);
  }
  const found = resolve(path, scope, from);
  return found && take(found.value, steps.slice(found.used - 1), scope);
}

/** The name or index that a step takes, when it is written out. */
function nameOf(step: Step, scope: Scope): string | undefined {
  if (step.type === 'splat') return undefined;
  if (step.type === 'get') return step.name;
  const { index } = step;
  if (index.type === 'literal') return literal(index.written);
  return index.type === 'template' ? plainText(template(index.pieces, scope)) : undefined;
}

/** What is taken from a value by `.name`, `[index]` and `[*]`. */
function take(value: Value, steps: readonly Step[], scope: Scope): Value | undefined {
  const [first, ...rest] = steps;
  if (!first) return value;
  if (first.type === 'splat') {
    const items = value.type === 'list' ? value.items : value.type === 'unknown' ? undefined : [value];
    const each = items?.map((item) => take(item, rest, scope));
    return each?.every((item) => item !== undefined) ? list(each) : undefined;
  }
  const name =
    nameOf(first, scope) ?? (first.type === 'index' ? evaluatedName(first.index, scope) : undefined);
  if (name === undefined) return undefined;
  const next =
    value.type === 'list' ? value.items[/^\d+$/.test(name) ? Number(name) : -1] : memberOf(value, name);
  return next && take(next, rest, scope);
}

function evaluatedName(index: Expression, scope: Scope): string | undefined {
  const value = evaluate(index, scope);
  return value.type === 'scalar' ? value.written : plainText(value);
}
