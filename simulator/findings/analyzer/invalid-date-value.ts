import { readTime } from '../../match/condition/date.ts';
import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';

export const invalidDateValue = defineRule({
  code: 'INVALID_DATE_VALUE',
  kinds: everyKind,
  severity: 'warning',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const { value, range } = located;
      if (condition.operator.row.type !== 'Date' || !/^\d{5,}(?:\.\d+)?$/.test(value.trim())) continue;
      const time = readTime(value);
      const date = new Date(time ?? Number.NaN);
      const instead = Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
      yield {
        range,
        data: { value },
        fixes: instead === null ? [] : fixByReplacing(located, instead),
      };
    }
  },
});
