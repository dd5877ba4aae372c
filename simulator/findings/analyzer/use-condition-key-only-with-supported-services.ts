import { defineRule } from './shared/rule.ts';

export const useConditionKeyOnlyWithSupportedServices = defineRule({
  code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  kinds: ['identity', 'scp', 'boundary', 'session', 'endpoint'],
  severity: 'warning',
  *find({ statements }) {
    for (const { clauses, statement } of statements) {
      const { action } = statement;
      if (!action || !(action.negated || action.values.some(({ value }) => value === '*'))) continue;
      for (const { key, clause } of clauses) {
        if (/^aws:vpce(?:account|orgid|orgpaths)$/.test(key))
          yield { range: clause.key.range, data: { key: clause.key.value } };
      }
    }
  },
});
