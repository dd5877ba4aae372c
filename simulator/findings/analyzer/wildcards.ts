/* Wildcards in condition values: without a meaning, with too much, or with none at all. */
import { sensitiveConditionKeys } from '../../catalog/further-condition-keys.ts';
import { knownKey } from './condition-key.ts';
import { defineRule, everyKind } from './rule.ts';
import { fixByRemoving } from './tree.ts';
import { type Condition, conditionsOf, conditionValues, fixByOperator } from './values.ts';

/** A `*` or `?` that is not part of `${*}`. */
function hasWildcard(value: string): boolean {
  return /[*?]/.test(value.replace(/\$\{[^}]*\}/g, ''));
}

/** Whether a value stands for anything, in a condition that can tell nothing else of the key. */
function matchesAll({ values, operator }: Condition): boolean {
  return (
    operator.row.wildcards && operator.row.type === 'String' && values.some((value) => /^\*+$/.test(value))
  );
}

export const wildcardRules = [
  defineRule({
    code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
    kinds: everyKind,
    severity: 'warning',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { operator, view, clause } = condition;
        if (operator.row.type !== 'String' || operator.row.wildcards) continue;
        const found = clause.values.find(({ value }) => hasWildcard(value));
        if (!found) continue;
        const like = operator.row.negated ? 'StringNotLike' : 'StringLike';
        yield {
          range: found.range,
          data: { value: found.value, operator: clause.operator.value },
          fixes: operator.row.ignoreCase ? [] : fixByOperator(view, condition, like),
        };
      }
    },
  }),
  defineRule({
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
  }),
  defineRule({
    code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { operator, clause } = condition;
        if (!matchesAll(condition) || operator.row.negated) continue;
        // Otherwise it asks whether the key is there, which is something.
        if (!operator.ifExists && operator.set !== 'ForAllValues' && !isAlwaysThere(condition)) continue;
        const { value: key } = clause.key;
        yield {
          range: clause.range,
          data: { key, operator: clause.operator.value },
          fixes: fixByRemoving(context, clause.range, 'removeCondition', { key }),
        };
      }
    },
  }),
  defineRule({
    code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    kinds: everyKind,
    severity: 'suggestion',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        const { operator, clause } = condition;
        if (!matchesAll(condition) || !operator.row.negated || operator.ifExists) continue;
        if (operator.set !== null || !isAlwaysThere(condition)) continue;
        yield { range: clause.range, data: { key: clause.key.value, operator: clause.operator.value } };
      }
    },
  }),
] as const;

function isAlwaysThere({ key }: Condition): boolean {
  return knownKey(key)?.always ?? false;
}

/** aws:userid is `id:session`: a wildcard may stand for the session, or be all of the id. */
function isOpenUserId(key: string, value: string): boolean {
  if (key !== 'aws:userid') return false;
  const colon = value.indexOf(':');
  const id = colon < 0 ? value : value.slice(0, colon);
  return hasWildcard(id) && (colon < 0 || id !== '*');
}
