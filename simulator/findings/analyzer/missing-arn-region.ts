import { arnRule, hit } from './shared/arn-rule.ts';

export const missingArnRegion = arnRule('MISSING_ARN_REGION', (arn) =>
  arn.service === 'kms' && arn.region === '' ? hit(arn) : null,
);
