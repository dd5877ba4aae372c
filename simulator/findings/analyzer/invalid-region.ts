import { regions } from '../../catalog/regions.ts';
import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { similarName } from './shared/similar.ts';
import { conditionValues, isOpen } from './shared/values.ts';

/** Keys whose value is a Region. */
const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'kms:primaryregion',
  'kms:replicaregion',
]);

export const invalidRegion = defineRule({
  code: 'INVALID_REGION',
  kinds: everyKind,
  severity: 'error',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { value, range } = located;
      if (!regionKeys.has(condition.key) || condition.operator.row.type !== 'String') continue;
      if (isOpen(value) || regions.has(value) || value === 'aws-global') continue;
      const meant = similarName(value, regions);
      yield { range, data: { region: value }, fixes: meant === null ? [] : fixByReplacing(located, meant) };
    }
  },
});
