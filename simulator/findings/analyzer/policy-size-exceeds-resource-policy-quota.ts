import { byteLength } from '../bytes.ts';
import { defineRule } from './shared/rule.ts';
import { resourcesOf } from './shared/values.ts';

/** Bytes of a bucket policy. Source: Amazon S3 User Guide, bucket policies. */
const bucketLimit = 20_480;

export const policySizeExceedsResourcePolicyQuota = defineRule({
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  // The quota is the resource's: it is known when all that the policy names are buckets and objects.
  kinds: ['resource'],
  severity: 'warning',
  *find(context) {
    const resources = [...resourcesOf(context)];
    const size = byteLength(context.text);
    if (size <= bucketLimit || resources.length === 0) return;
    if (!resources.every(({ value }) => /^arn:[^:]*:s3:/.test(value))) return;
    yield { range: { start: 0, end: 1 }, data: { size: `${size}`, limit: `${bucketLimit}` } };
  },
});
