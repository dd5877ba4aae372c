import { regions } from '../../catalog/regions.ts';
import { arnRule, hit, withPart } from './shared/arn-rule.ts';
import { similarName } from './shared/similar.ts';
import { isOpen } from './shared/values.ts';

/** Names that stand in place of a Region in ARNs of global things. */
const regionLike: ReadonlySet<string> = new Set(['aws', 'global', 'aws-global']);

export const invalidArnRegion = arnRule('INVALID_ARN_REGION', (arn) => {
  const { region } = arn;
  if (region === '' || regions.has(region) || regionLike.has(region) || isOpen(region)) return null;
  const meant = similarName(region, regions);
  return hit(arn, { region }, meant === null ? [] : withPart(arn, 'region', meant));
});
