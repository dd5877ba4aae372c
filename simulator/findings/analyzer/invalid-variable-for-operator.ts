import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';

export const invalidVariableForOperator = defineRule({
  code: 'INVALID_VARIABLE_FOR_OPERATOR',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { type } = condition.operator.row;
      if (type === 'String' || type === 'Arn' || !located.value.includes('${')) continue;
      yield {
        range: located.range,
        data: { value: located.value, operator: condition.clause.operator.value },
      };
    }
  },
});
