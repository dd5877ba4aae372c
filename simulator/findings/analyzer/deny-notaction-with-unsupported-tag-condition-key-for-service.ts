import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf, needsKey } from './shared/values.ts';

export const denyNotactionWithUnsupportedTagConditionKeyForService = defineRule({
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  kinds: everyKind,
  severity: 'security-warning',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const { view, key, clause } = condition;
      if (view.allow || !key.startsWith('aws:resourcetag/') || !needsKey(condition)) continue;
      if (view.statement.action?.negated) yield { range: clause.key.range, data: { key: clause.key.value } };
    }
  },
});
