import { defineRule } from './shared/rule.ts';

export const irrelevantConditionKeyInPolicy = defineRule({
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  kinds: ['resource'],
  severity: 'suggestion',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      if (key === 's3:resourceaccount') yield { range: clause.key.range, data: { key: clause.key.value } };
    }
  },
});
