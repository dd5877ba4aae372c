import { defineRule, everyKind } from './shared/rule.ts';

export const untrustworthyConditionKey = defineRule({
  code: 'UNTRUSTWORTHY_CONDITION_KEY',
  kinds: everyKind,
  severity: 'security-warning',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      if (key === 'aws:useragent' || key === 'aws:referer')
        yield { range: clause.key.range, data: { key: clause.key.value } };
    }
  },
});
