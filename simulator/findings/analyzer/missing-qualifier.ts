import { dataOf, knownConditions } from './shared/known-conditions.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const missingQualifier = defineRule({
  code: 'MISSING_QUALIFIER',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, known } of knownConditions(context)) {
      const { operator, clause } = condition;
      if (!known.multivalued || operator.set !== null || operator.name === 'Null') continue;
      yield { range: clause.operator.range, data: dataOf(condition) };
    }
  },
});
