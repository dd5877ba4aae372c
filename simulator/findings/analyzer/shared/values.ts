import type { ParsedOperator } from '../../../policy/operators.ts';
import type { Located, Statement } from '../../../policy/types.ts';
import type { CheckContext, ClauseView, StatementView } from '../../context.ts';
import type { Fix } from '../../types.ts';

/** A condition whose operator exists, in its statement. */
export interface Condition extends ClauseView {
  readonly operator: ParsedOperator;
  readonly view: StatementView;
}

/** Every condition whose operator exists. */
export const conditionsOf = listedOnce(function* ({ statements }): Generator<Condition> {
  for (const view of statements) {
    for (const clause of view.clauses) {
      const { operator } = clause;
      if (operator !== null) yield { ...clause, operator, view };
    }
  }
});

/** Every value of every condition whose operator exists. */
export const conditionValues = listedOnce(function* (context): Generator<{
  readonly condition: Condition;
  readonly located: Located<string>;
}> {
  for (const condition of conditionsOf(context)) {
    for (const located of condition.clause.values) yield { condition, located };
  }
});

/** Every value of Resource and NotResource. */
export const resourcesOf = listedOnce(function* ({ statements }): Generator<Located<string>> {
  for (const { statement } of statements) yield* statement.resource?.values ?? [];
});

/** Every value of Action and NotAction. */
export const actionsOf = listedOnce(function* ({ statements }): Generator<Located<string>> {
  for (const { statement } of statements) yield* statement.action?.values ?? [];
});

/** Many rules look at the same things: they are listed for the first one, and kept as long as the context. */
export function listedOnce<Item>(
  list: (context: CheckContext) => Iterable<Item>,
): (context: CheckContext) => readonly Item[] {
  const known = new WeakMap<CheckContext, readonly Item[]>();
  return (context) => {
    const listed = known.get(context) ?? [...list(context)];
    known.set(context, listed);
    return listed;
  };
}

/** The operator as written, without `ForAllValues:` and `IfExists`, is another; both are kept. */
export function fixByOperator(
  { statement }: StatementView,
  clause: ClauseView,
  name: string,
): readonly Fix[] {
  const { operator, clause: written } = clause;
  if (operator === null) return [];
  const set = operator.set === null ? '' : `${operator.set}:`;
  const to = `${set}${name}${operator.ifExists ? 'IfExists' : ''}`;
  return fixByOperatorText(statement, written.operator, to);
}

/** Gives a condition block another operator, if it has one key only and no other block has that operator. */
export function fixByOperatorText(
  { conditions }: Statement,
  { value, range }: Located<string>,
  to: string,
): readonly Fix[] {
  const block = conditions.filter(({ operator }) => operator.range.start === range.start);
  const taken = conditions.some(({ operator }) => operator.value.toLowerCase() === to.toLowerCase());
  if (block.length !== 1 || taken) return [];
  return [{ code: 'replace', data: { from: value, to }, edits: [{ range, text: JSON.stringify(to) }] }];
}

/** Whether part of the text is only known when a request is there: a wildcard or a policy variable. */
export function isOpen(text: string): boolean {
  return /[*?]|\$\{/.test(text);
}

/** Whether a condition can only match when the key is in the request. */
export function needsKey({ operator }: Condition): boolean {
  const { row, set, ifExists } = operator;
  return !ifExists && row.type !== 'Null' && !row.negated && set !== 'ForAllValues';
}

/** Whether a statement is of a role's trust policy: it has no Resource, and lets others assume the role. */
export function isTrust({ statement }: StatementView): boolean {
  return statement.action?.values.every(({ value }) => value.toLowerCase().startsWith('sts:')) ?? false;
}
