import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving } from './shared/tree.ts';
import { conditionsOf } from './shared/values.ts';
import { isAlwaysThere, matchesAll } from './shared/wildcard-values.ts';

export const redundantKeyDueToWildcardInCondition = defineRule({
  code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const { operator, clause } = condition;
      if (!matchesAll(condition) || operator.row.negated) continue;
      // Otherwise it asks whether the key is there, which is something.
      if (!operator.ifExists && operator.set !== 'ForAllValues' && !isAlwaysThere(condition)) continue;
      const { value: key } = clause.key;
      yield {
        range: clause.range,
        data: { key, operator: clause.operator.value },
        fixes: fixByRemoving(context, clause.range, 'removeCondition', { key }),
      };
    }
  },
});
