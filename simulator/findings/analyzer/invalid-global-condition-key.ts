import { keyNames, knownKey } from './shared/condition-key.ts';
import { fixKey, isMissingTagKey } from './shared/condition-key-fixes.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const invalidGlobalConditionKey = defineRule({
  code: 'INVALID_GLOBAL_CONDITION_KEY',
  kinds: everyKind,
  severity: 'error',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      if (!key.startsWith('aws:') || key === 'aws:' || key === 'aws:arn') continue;
      if (knownKey(key) !== null || isMissingTagKey(key)) continue;
      const { value, range } = clause.key;
      yield { range, data: { key: value }, fixes: fixKey(clause, keyNames('aws:')) };
    }
  },
});
