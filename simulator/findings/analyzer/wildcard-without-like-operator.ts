import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf, fixByOperator } from './shared/values.ts';
import { hasWildcard } from './shared/wildcard-values.ts';

export const wildcardWithoutLikeOperator = defineRule({
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  kinds: everyKind,
  severity: 'warning',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const { operator, view, clause } = condition;
      if (operator.row.type !== 'String' || operator.row.wildcards) continue;
      const found = clause.values.find(({ value }) => hasWildcard(value));
      if (!found) continue;
      const like = operator.row.negated ? 'StringNotLike' : 'StringLike';
      yield {
        range: found.range,
        data: { value: found.value, operator: clause.operator.value },
        fixes: operator.row.ignoreCase ? [] : fixByOperator(view, condition, like),
      };
    }
  },
});
