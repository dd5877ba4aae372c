import { sensitiveConditionKeys } from '../../catalog/further-condition-keys.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';
import { hasWildcard } from './shared/wildcard-values.ts';

export const wildcardUsageTooPermissive = defineRule({
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { value, range } = located;
      if (!condition.operator.row.wildcards || !hasWildcard(value)) continue;
      if (sensitiveConditionKeys.has(condition.key) || isOpenUserId(condition.key, value))
        yield { range, data: { key: condition.clause.key.value, value } };
    }
  },
});

/** aws:userid is `id:session`: a wildcard may stand for the session, or be all of the id. */
function isOpenUserId(key: string, value: string): boolean {
  if (key !== 'aws:userid') return false;
  const colon = value.indexOf(':');
  const id = colon < 0 ? value : value.slice(0, colon);
  return hasWildcard(id) && (colon < 0 || id !== '*');
}
