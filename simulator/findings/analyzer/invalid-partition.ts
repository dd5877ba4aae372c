import { partitions } from '../../catalog/regions.ts';
import { arnRule, hit, withPart } from './shared/arn-rule.ts';
import { similarName } from './shared/similar.ts';
import { isOpen } from './shared/values.ts';

export const invalidPartition = arnRule('INVALID_PARTITION', (arn) => {
  const { partition } = arn;
  if (partitions.has(partition) || isOpen(partition)) return null;
  const meant = similarName(partition, partitions);
  const known = [...partitions].join(', ');
  return hit(arn, { partition, known }, meant === null ? [] : withPart(arn, 'partition', meant));
});
