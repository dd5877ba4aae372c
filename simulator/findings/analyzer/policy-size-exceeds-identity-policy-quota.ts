import { defineRule } from './shared/rule.ts';

/** Characters of a managed policy. Source: IAM and AWS STS quotas. */
const identityLimit = 6_144;

export const policySizeExceedsIdentityPolicyQuota = defineRule({
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  kinds: ['identity', 'boundary'],
  severity: 'warning',
  *find({ text }) {
    const size = sizeWithoutSpace(text);
    if (size <= identityLimit) return;
    yield { range: { start: 0, end: 1 }, data: { size: `${size}`, limit: `${identityLimit}` } };
  },
});

/** Characters that count where white space does not. */
function sizeWithoutSpace(text: string): number {
  return text.replace(/\s+/g, '').length;
}
