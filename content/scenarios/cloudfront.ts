import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const cloudfrontPrincipal = 'cloudfront.amazonaws.com';
const distribution = `arn:aws:cloudfront::${account}:distribution/EDFDVBD6EXAMPLE`;

export const cloudfront: Scenario = {
  slug: 'cloudfront',
  title: 'CloudFront cannot read objects under SSE-KMS',
  symptom:
    'The bucket policy lets the distribution read, by origin access control. Objects under your own key still come back as 403.',
  cause:
    'With origin access control CloudFront reads as the service principal cloudfront.amazonaws.com, and S3 asks the key on its behalf. The key policy does not know that principal.',
  state: world('cloudfront', {
    callers: [{ arn: cloudfrontPrincipal, name: 'CloudFront' }],
    documents: [keyPolicy(accountStatement)],
    request: request(cloudfrontPrincipal, 'kms:Decrypt', {
      context: [{ key: 'aws:SourceArn', value: distribution }],
      encryptionContext: [{ key: 'aws:s3:arn', value: 'arn:aws:s3:::site-bucket' }],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Let the service principal decrypt, for your distribution only. Add kms:Encrypt and kms:GenerateDataKey* if CloudFront also writes to the bucket.',
    documents: {
      'key-policy': policy(accountStatement, {
        Sid: 'DistributionReads',
        Effect: 'Allow',
        Principal: { Service: cloudfrontPrincipal },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceArn': distribution } },
      }),
    },
  },
};
