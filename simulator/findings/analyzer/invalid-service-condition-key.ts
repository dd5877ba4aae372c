import { keyNames, knownKey } from './shared/condition-key.ts';
import { fixKey } from './shared/condition-key-fixes.ts';
import { defineRule, everyKind } from './shared/rule.ts';

export const invalidServiceConditionKey = defineRule({
  code: 'INVALID_SERVICE_CONDITION_KEY',
  kinds: everyKind,
  severity: 'error',
  *find({ statements }) {
    for (const { clause, key } of statements.flatMap(({ clauses }) => clauses)) {
      if (!key.startsWith('kms:') || key === 'kms:' || knownKey(key) !== null) continue;
      const { value, range } = clause.key;
      yield { range, data: { key: value, service: 'kms' }, fixes: fixKey(clause, keyNames('kms:')) };
    }
  },
});
