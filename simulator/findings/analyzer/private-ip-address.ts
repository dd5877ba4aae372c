import { readRange } from '../../match/condition/ip.ts';
import { masked } from './shared/ip-ranges.ts';
import { defineRule, everyKind } from './shared/rule.ts';
import { type Condition, conditionsOf } from './shared/values.ts';

/** RFC 1918 and RFC 4193. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => readRange(text) ?? [],
);

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

export const privateIpAddressRules = [
  privateRule('PRIVATE_IP_ADDRESS', 'IpAddress', 'all'),
  privateRule('PRIVATE_IP_ADDRESS_SUBSET', 'IpAddress', 'some'),
  privateRule('PRIVATE_NOT_IP_ADDRESS', 'NotIpAddress', 'all'),
  privateRule('PRIVATE_NOT_IP_ADDRESS_SUBSET', 'NotIpAddress', 'some'),
] as const;

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

/** Whether all, some or none of the values are private. */
function privacy({ clause }: Condition): 'all' | 'some' | 'none' {
  const found = clause.values.filter(({ value }) => isPrivate(value)).length;
  if (found === 0) return 'none';
  return found === clause.values.length ? 'all' : 'some';
}
