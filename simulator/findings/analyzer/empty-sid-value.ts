import { defineRule, everyKind } from './shared/rule.ts';
import { fixByRemoving, memberOf, statementNodes } from './shared/tree.ts';

export const emptySidValue = defineRule({
  code: 'EMPTY_SID_VALUE',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const statement of statementNodes(context)) {
      const sid = memberOf(statement, 'Sid');
      if (sid?.value?.type !== 'string' || sid.value.value !== '') continue;
      const range = { start: sid.start, end: sid.end };
      yield { range, fixes: fixByRemoving(context, range, 'removeElement', { element: 'Sid' }) };
    }
  },
});
