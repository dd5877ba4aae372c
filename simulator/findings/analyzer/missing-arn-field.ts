import { splitArn } from '../../match/arn.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { isOpen, resourcesOf } from './shared/values.ts';

export const missingArnField = defineRule({
  code: 'MISSING_ARN_FIELD',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { value, range } of resourcesOf(context)) {
      // What a wildcard or a variable at the end stands for may hold the colons that are missing.
      if (!value.startsWith('arn:') || splitArn(value) !== null || isOpen(value)) continue;
      yield { range, data: { arn: value } };
    }
  },
});
