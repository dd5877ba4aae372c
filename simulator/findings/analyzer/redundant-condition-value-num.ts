import type { OperatorName } from '../../policy/operators.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf } from './shared/values.ts';

/** Of several bounds only the widest counts. */
const widest: Partial<Record<OperatorName, (...numbers: number[]) => number>> = {
  NumericLessThan: Math.max,
  NumericLessThanEquals: Math.max,
  NumericGreaterThan: Math.min,
  NumericGreaterThanEquals: Math.min,
};

export const redundantConditionValueNum = defineRule({
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { clause, operator, values } of conditionsOf(context)) {
      const best = widest[operator.name];
      const numbers = values.map(Number);
      if (best === undefined || values.length < 2 || numbers.some(Number.isNaN)) continue;
      const keep = clause.values[numbers.indexOf(best(...numbers))];
      const last = clause.values.at(-1);
      const first = clause.values[0];
      if (!keep || !first || !last) continue;
      const list = context.text.slice(clause.key.range.end, clause.range.end);
      const start = clause.key.range.end + list.indexOf('[');
      const text = context.text.slice(keep.range.start, keep.range.end);
      yield {
        range: { start: first.range.start, end: last.range.end },
        data: { key: clause.key.value, keep: keep.value, operator: clause.operator.value },
        fixes: [
          {
            code: 'replace',
            data: { from: values.join(', '), to: keep.value },
            edits: [{ range: { start, end: clause.range.end }, text }],
          },
        ],
      };
    }
  },
});
