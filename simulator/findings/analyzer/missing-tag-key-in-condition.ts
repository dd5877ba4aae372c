import { isMissingTagKey } from './shared/condition-key-fixes.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const missingTagKeyInCondition = defineRule({
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  kinds: everyKind,
  severity: 'error',
  *find({ statements }) {
    for (const { clause } of statements.flatMap(({ clauses }) => clauses)) {
      const { value, range } = clause.key;
      if (isMissingTagKey(value)) yield { range, data: { key: value.replace(/\/$/, '') } };
    }
  },
});
