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

/** In UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
