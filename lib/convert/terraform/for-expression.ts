import { list, type Member, partsOf, textOf, type Unknown, unknown, type Value } from '../value.ts';
import { type Scope, withNames } from './scope.ts';
import type { Expression } from './syntax.ts';

/** `[for x in list : value if condition]` and `{for k, v in map : key => value}` over what is known. */
export function forExpression(
  { names, over, key, value, isGrouped, condition, from }: Extract<Expression, { readonly type: 'for' }>,
  scope: Scope,
): Value | undefined {
  const [first = '', second] = names;
  const entries = entriesOf(scope.evaluate(over, scope), unknown(first, from));
  const scopes = entries?.map(([name, item]) =>
    withNames(scope, second === undefined ? { [first]: item } : { [first]: name, [second]: item }),
  );
  const chosen = scopes && filtered(scopes, condition);
  if (!chosen || isGrouped) return undefined;
  if (!key) return list(chosen.map((each) => scope.evaluate(value, each)));
  const members: Member[] = [];
  for (const each of chosen) {
    const name = partsOf(scope.evaluate(key, each));
    if (!name) return undefined;
    members.push({ name: textOf(...name), value: scope.evaluate(value, each) });
  }
  return { type: 'object', members };
}

/** A set's key is its value, a list's its index; which of them a list here is cannot be told. */
function entriesOf(value: Value, key: Unknown): readonly (readonly [Value, Value])[] | undefined {
  if (value.type === 'object') return value.members.map(({ name, value: inside }) => [name, inside]);
  return value.type === 'list' ? value.items.map((item) => [key, item]) : undefined;
}

function filtered(scopes: readonly Scope[], condition: Expression | undefined): readonly Scope[] | undefined {
  if (!condition) return scopes;
  const answers = scopes.map((each) => each.evaluate(condition, each));
  if (!answers.every(({ type }) => type === 'scalar')) return undefined;
  return scopes.filter((_, index) => {
    const answer = answers[index];
    return answer?.type === 'scalar' && answer.written === 'true';
  });
}
