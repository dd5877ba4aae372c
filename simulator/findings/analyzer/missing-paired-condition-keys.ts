import { defineRule, everyKind } from './shared/rule.ts';

/** A private address says nothing without the network it is in. */
const pairs = [
  {
    alone: 'aws:vpcsourceip',
    with: ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'],
    name: 'aws:SourceVpc',
  },
  {
    alone: 'aws:ec2instancesourceprivateipv4',
    with: ['aws:ec2instancesourcevpc'],
    name: 'aws:Ec2InstanceSourceVpc',
  },
];

export const missingPairedConditionKeys = defineRule({
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  kinds: everyKind,
  severity: 'security-warning',
  *find({ statements }) {
    for (const { clauses } of statements) {
      for (const { key, clause } of clauses) {
        const pair = pairs.find(({ alone }) => alone === key);
        if (!pair || clauses.some((other) => pair.with.includes(other.key))) continue;
        yield { range: clause.key.range, data: { key: clause.key.value, pair: pair.name } };
      }
    }
  },
});
