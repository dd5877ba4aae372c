import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { isOpen, resourcesOf } from './shared/values.ts';

export const invalidArnPrefix = defineRule({
  code: 'INVALID_ARN_PREFIX',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const located of resourcesOf(context)) {
      const { value, range } = located;
      if (value.startsWith('arn:') || value === '' || isOpen(value.slice(0, 4))) continue;
      const fixes = /^arn:/i.test(value) ? fixByReplacing(located, `arn${value.slice(3)}`) : [];
      yield { range, data: { arn: value }, fixes };
    }
  },
});
