import { sensitiveConditionKeys } from '../../catalog/further-condition-keys.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';
import { insidesOf, literals, nameOf } from './shared/variable-rule.ts';

/**
 * Variables that hold an account or an organization, and not what somebody chose, such as a tag or a name.
 * AWS's own policies for data perimeters compare one sensitive key with another by them.
 */
const boundVariables: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
]);

export const variableUsageTooPermissive = defineRule({
  code: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { type } = condition.operator.row;
      if (type !== 'String' && type !== 'Arn') continue;
      const { value, range } = located;
      const open =
        sensitiveConditionKeys.has(condition.key) ||
        (condition.key === 'aws:userid' && !isBoundUserId(value));
      if (!open || !variablesIn(value).some((name) => !boundVariables.has(name))) continue;
      yield { range, data: { key: condition.clause.key.value, value } };
    }
  },
});

function variablesIn(value: string): readonly string[] {
  return insidesOf(value)
    .filter(({ inside, closed }) => closed && !literals.has(inside))
    .map(({ inside }) => nameOf(inside).trim().toLowerCase());
}

/** aws:userid is `id:session`: a variable may stand in the session, or be all of the id. */
function isBoundUserId(value: string): boolean {
  // A variable's own name has a colon.
  const plain = value.replace(/\$\{[^}]*\}/g, '$');
  const colon = plain.indexOf(':');
  const id = colon < 0 ? plain : plain.slice(0, colon);
  return !id.includes('$') || (colon >= 0 && id === '$');
}
