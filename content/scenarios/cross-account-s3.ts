import type { Scenario } from '@/lib/model/scenario.ts';
import {
  accountStatement,
  identityPolicy,
  keyArn,
  keyPolicy,
  otherAccount,
  policy,
  request,
  world,
} from './parts.ts';

const analyst = `arn:aws:iam::${otherAccount}:role/analyst`;
const objects = 'arn:aws:s3:::reports-bucket';

export const crossAccountS3: Scenario = {
  slug: 'cross-account-s3',
  title: 'S3 object under SSE-KMS, read from another account',
  symptom:
    'The bucket policy lets the other account in and its role may read the object and decrypt with the key. S3 still answers AccessDenied.',
  cause:
    'To read the object, S3 calls kms:Decrypt for the role. Across accounts both sides must allow it: the role’s IAM policy does, the key policy names nobody outside its own account.',
  state: world('cross-account-s3', {
    callers: [{ arn: analyst, name: 'role analyst, other account' }],
    documents: [
      keyPolicy(accountStatement),
      identityPolicy('iam-analyst', analyst, {
        Sid: 'ReadReports',
        Effect: 'Allow',
        Action: ['s3:GetObject', 'kms:Decrypt'],
        Resource: [`${objects}/*`, keyArn],
      }),
    ],
    request: request(analyst, 'kms:Decrypt', {
      viaService: 's3.us-west-2.amazonaws.com',
      encryptionContext: [{ key: 'aws:s3:arn', value: objects }],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Add a statement to the key policy for the other account’s role, bounded to requests that come through S3. The IAM policy in the other account stays as it is: both are needed.',
    documents: {
      'key-policy': policy(accountStatement, {
        Sid: 'AnalystsReadThroughS3',
        Effect: 'Allow',
        Principal: { AWS: analyst },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } },
      }),
    },
  },
};
