import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const deprecatedGlobalConditionKey = defineRule({
  code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
  kinds: everyKind,
  severity: 'warning',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      if (key === 'aws:arn')
        yield { range: clause.key.range, fixes: fixByReplacing(clause.key, 'aws:PrincipalArn') };
    }
  },
});
