import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues, isOpen } from './shared/values.ts';

export const invalidKmsKeyValue = defineRule({
  code: 'INVALID_KMS_KEY_VALUE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { value, range } = located;
      if (condition.key !== 's3:x-amz-server-side-encryption-aws-kms-key-id') continue;
      if (condition.operator.row.values === 'boolean' || isOpen(value)) continue;
      if (!/^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(value))
        yield { range, data: { value, key: condition.clause.key.value } };
    }
  },
});
