import { arnRule, hit, withPart } from './shared/arn-rule.ts';

export const invalidArnServiceCase = arnRule('INVALID_ARN_SERVICE_CASE', (arn) => {
  const lower = arn.service.toLowerCase();
  if (arn.service === lower) return null;
  return hit(arn, { service: arn.service }, withPart(arn, 'service', lower));
});
