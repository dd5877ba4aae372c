import { defineRule, everyKind } from './shared/rule.ts';

export const invalidConditionKeyFormat = defineRule({
  code: 'INVALID_CONDITION_KEY_FORMAT',
  kinds: everyKind,
  severity: 'error',
  *find({ statements }) {
    for (const { clause } of statements.flatMap(({ clauses }) => clauses)) {
      const { value, range } = clause.key;
      if (!/^[^\s:]+:\S/.test(value)) yield { range, data: { key: value } };
    }
  },
});
