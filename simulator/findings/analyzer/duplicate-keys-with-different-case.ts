import { defineRule, everyKind } from './shared/rule.ts';
import { memberOf, statementNodes } from './shared/tree.ts';

export const duplicateKeysWithDifferentCase = defineRule({
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const statement of statementNodes(context)) {
      const condition = memberOf(statement, 'Condition')?.value;
      for (const block of condition?.type === 'object' ? condition.members : []) {
        const seen = new Map<string, string>();
        for (const { name } of block.value?.type === 'object' ? block.value.members : []) {
          const lower = name.value.toLowerCase();
          const earlier = seen.get(lower);
          if (earlier !== undefined && earlier !== name.value)
            yield { range: { start: name.start, end: name.end }, data: { key: name.value, earlier } };
          if (earlier === undefined) seen.set(lower, name.value);
        }
      }
    }
  },
});
