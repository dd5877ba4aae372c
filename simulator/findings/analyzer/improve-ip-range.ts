import { readRange } from '../../match/condition/ip.ts';
import { fixByReplacing } from '../fix.ts';
import { type IpRange, masked } from './shared/ip-ranges.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { conditionValues } from './shared/values.ts';

export const improveIpRange = defineRule({
  code: 'IMPROVE_IP_RANGE',
  kinds: everyKind,
  severity: 'suggestion',
  *find(context) {
    for (const { condition, located } of conditionValues(context)) {
      const range = condition.operator.row.type === 'IpAddress' ? readRange(located.value) : null;
      if (range === null || masked(range).join() === range.address.join()) continue;
      const instead = write(range);
      yield {
        range: located.range,
        data: { value: located.value, instead },
        fixes: fixByReplacing(located, instead),
      };
    }
  },
});

function write({ bits, ...range }: IpRange): string {
  const address = masked({ bits, ...range });
  const text =
    address.length === 2
      ? address.flatMap((group) => [group >>> 8, group & 0xff]).join('.')
      : address
          .map((group) => group.toString(16))
          .join(':')
          // The first stretch of zeros; that it need not be the longest makes no difference.
          .replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
  return `${text}/${bits}`;
}
