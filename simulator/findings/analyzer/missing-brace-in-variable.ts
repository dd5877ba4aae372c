import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { insidesOf, readValues } from './shared/variable-rule.ts';

export const missingBraceInVariable = defineRule({
  code: 'MISSING_BRACE_IN_VARIABLE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const located of readValues(context)) {
      const { value, range } = located;
      const open = insidesOf(value).filter(({ closed }) => !closed);
      if (open.length === 0) continue;
      // Only where nothing follows the name is it plain where the brace belongs.
      const plain = open.length === 1 && /\$\{[\w:/.-]+$/.test(value);
      yield { range, data: { value }, fixes: plain ? fixByReplacing(located, `${value}}`) : [] };
    }
  },
});
