import type { Fix } from '../types.ts';
import { type ArnParts, arnRule, hit, withPart } from './shared/arn-rule.ts';
import { isOpen } from './shared/values.ts';

export const invalidArnAccount = arnRule('INVALID_ARN_ACCOUNT', (arn) => {
  const { service, account } = arn;
  if (account === '' || isOpen(account) || /^\d{12}$/.test(account)) return null;
  // ARNs of other services may have words there, such as `aws` in that of a managed policy.
  return service === 'kms' || /^[\d-]+$/.test(account)
    ? hit(arn, { account }, withPart12(arn, account))
    : null;
});

/** Account ids are often written in groups of four. */
function withPart12(arn: ArnParts, account: string): readonly Fix[] {
  const digits = account.replaceAll('-', '');
  return /^\d{12}$/.test(digits) ? withPart(arn, 'account', digits) : [];
}
