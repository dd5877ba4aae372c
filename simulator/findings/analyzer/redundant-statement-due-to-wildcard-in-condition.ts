import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf } from './shared/values.ts';
import { isAlwaysThere, matchesAll } from './shared/wildcard-values.ts';

export const redundantStatementDueToWildcardInCondition = defineRule({
  code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const { operator, clause } = condition;
      if (!matchesAll(condition) || !operator.row.negated || operator.ifExists) continue;
      if (operator.set !== null || !isAlwaysThere(condition)) continue;
      yield { range: clause.range, data: { key: clause.key.value, operator: clause.operator.value } };
    }
  },
});
