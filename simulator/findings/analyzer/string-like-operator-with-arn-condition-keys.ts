import { dataOf, knownConditions } from './shared/known-conditions.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByOperator } from './shared/values.ts';

export const stringLikeOperatorWithArnConditionKeys = defineRule({
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  kinds: everyKind,
  severity: 'security-warning',
  *find(context) {
    for (const { condition, known } of knownConditions(context)) {
      const { operator, clause, view } = condition;
      if (known.type !== 'ARN' || !/^String(?:Not)?Like$/.test(operator.name)) continue;
      const instead = operator.row.negated ? 'ArnNotLike' : 'ArnLike';
      // A lone `*` is no ARN: the two operators differ there.
      const same = condition.values.every((value) => value.startsWith('arn:'));
      yield {
        range: clause.operator.range,
        data: { ...dataOf(condition), instead },
        fixes: same ? fixByOperator(view, condition, instead) : [],
      };
    }
  },
});
