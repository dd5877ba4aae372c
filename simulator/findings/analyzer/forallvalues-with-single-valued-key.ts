import { dataOf, knownConditions } from './shared/known-conditions.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { fixByOperatorText } from './shared/values.ts';

export const forallvaluesWithSingleValuedKey = defineRule({
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  kinds: everyKind,
  severity: 'security-warning',
  *find(context) {
    for (const { condition, known } of knownConditions(context)) {
      const { operator, clause, view } = condition;
      // In a Deny it makes the statement match more, not less.
      if (!view.allow || known.multivalued || operator.set !== 'ForAllValues') continue;
      if (operator.name === 'Null' || isRefusedByKms(context.kind, condition.key)) continue;
      const { value, range } = clause.operator;
      yield {
        range,
        data: dataOf(condition),
        fixes: fixByOperatorText(view.statement, { value, range }, value.slice('ForAllValues:'.length)),
      };
    }
  },
});

/** KMS_FORALLVALUES_CONTEXT tells of these: KMS does not take such a policy. */
function isRefusedByKms(kind: string, key: string): boolean {
  return kind === 'key' && /^(?:kms:encryptioncontext:|aws:requesttag\/)/.test(key);
}
