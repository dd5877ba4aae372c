import type { CheckContext } from '../context.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { type Condition, conditionsOf } from './shared/values.ts';

const emptyCondition = <const Code extends string>(code: Code, applies: (condition: Condition) => boolean) =>
  defineRule({
    code,
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { clause } = condition;
        if (clause.values.length === 0 && endsEmpty(context, clause.range.end) && applies(condition))
          yield { range: clause.range, data: { key: clause.key.value } };
      }
    },
  });

export const emptyArrayConditionRules = [
  emptyCondition('EMPTY_ARRAY_CONDITION', ({ operator: { set, ifExists } }) => set === null && !ifExists),
  emptyCondition('EMPTY_ARRAY_CONDITION_FORALLVALUES', ({ operator: { set } }) => set === 'ForAllValues'),
  emptyCondition('EMPTY_ARRAY_CONDITION_FORANYVALUE', ({ operator: { set } }) => set === 'ForAnyValue'),
  emptyCondition(
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    ({ operator: { set, ifExists } }) => set === null && ifExists,
  ),
] as const;

/** Values that could not be read are missing too, but were not forgotten. */
function endsEmpty({ text }: CheckContext, end: number): boolean {
  return /\[\s*\]$/.test(text.slice(Math.max(0, end - 200), end));
}
