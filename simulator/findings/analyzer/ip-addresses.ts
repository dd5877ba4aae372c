/* aws:SourceIp with private addresses, which never arrive from there, and ranges written with too many bits. */
import { readRange } from '../../match/condition/ip.ts';
import { fixByReplacing } from '../fix.ts';
import { defineRule, everyKind } from './rule.ts';
import { type Condition, conditionsOf, conditionValues } from './values.ts';

type IpRange = NonNullable<ReturnType<typeof readRange>>;

/** RFC 1918 and RFC 4193. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => readRange(text) ?? [],
);

function masked({ address, bits }: IpRange): readonly number[] {
  return address.map((group, index) => {
    const left = Math.min(16, Math.max(0, bits - index * 16));
    return group & (0xffff << (16 - left)) & 0xffff;
  });
}

function isPrivate(value: string): boolean {
  const range = readRange(value);
  return (
    range !== null &&
    privateRanges.some(
      (wide) =>
        wide.address.length === range.address.length &&
        wide.bits <= range.bits &&
        masked({ address: range.address, bits: wide.bits }).join() === wide.address.join(),
    )
  );
}

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

/** Whether all, some or none of the values are private. */
function privacy({ clause }: Condition): 'all' | 'some' | 'none' {
  const found = clause.values.filter(({ value }) => isPrivate(value)).length;
  if (found === 0) return 'none';
  return found === clause.values.length ? 'all' : 'some';
}

const privateRule = <const Code extends string>(code: Code, operator: string, which: 'all' | 'some') =>
  defineRule({
    code,
    kinds: everyKind,
    severity: which === 'all' ? 'error' : 'suggestion',
    *find(context) {
      for (const condition of conditionsOf(context)) {
        if (condition.key !== 'aws:sourceip' || condition.operator.name !== operator) continue;
        if (privacy(condition) !== which) continue;
        const values = condition.clause.values.filter(({ value }) => isPrivate(value));
        const range = which === 'all' ? condition.clause.range : (values[0]?.range ?? condition.clause.range);
        yield { range, data: { values: values.map(({ value }) => value).join(', ') } };
      }
    },
  });

export const ipAddressRules = [
  privateRule('PRIVATE_IP_ADDRESS', 'IpAddress', 'all'),
  privateRule('PRIVATE_IP_ADDRESS_SUBSET', 'IpAddress', 'some'),
  privateRule('PRIVATE_NOT_IP_ADDRESS', 'NotIpAddress', 'all'),
  privateRule('PRIVATE_NOT_IP_ADDRESS_SUBSET', 'NotIpAddress', 'some'),
  defineRule({
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
  }),
] as const;
