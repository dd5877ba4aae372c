import { actionNames, actions } from '../../catalog/actions.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionsOf, needsKey } from './shared/values.ts';

export const denyWithUnsupportedTagConditionKeyForService = defineRule({
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  kinds: everyKind,
  severity: 'security-warning',
  *find(context) {
    for (const condition of conditionsOf(context)) {
      const { view, key, clause } = condition;
      if (view.allow || !key.startsWith('aws:resourcetag/') || !needsKey(condition)) continue;
      const { action } = view.statement;
      if (!action || action.negated) continue;
      const untagged = action.values.filter(({ value }) =>
        actionNames.some(
          (name) =>
            actions[name].resource === 'account' && `kms:${name}`.toLowerCase() === value.toLowerCase(),
        ),
      );
      if (untagged.length === 0) continue;
      yield {
        range: clause.key.range,
        data: { key: clause.key.value, actions: untagged.map(({ value }) => value).join(', ') },
      };
    }
  },
});
