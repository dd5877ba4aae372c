import { arnRule, hit } from './shared/arn-rule.ts';

export const missingArnAccount = arnRule('MISSING_ARN_ACCOUNT', (arn) =>
  arn.service === 'kms' && arn.account === '' ? hit(arn) : null,
);
