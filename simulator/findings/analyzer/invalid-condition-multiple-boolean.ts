import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf } from './shared/values.ts';

export const invalidConditionMultipleBoolean = defineRule({
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { clause, operator } of conditionsOf(context)) {
      if (operator.row.values === 'boolean' && clause.values.length > 1)
        yield { range: clause.range, data: { key: clause.key.value } };
    }
  },
});
