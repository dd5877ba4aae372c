import type { Scenario } from '@/lib/model/scenario.ts';
import {
  account,
  accountStatement,
  adminRole,
  appRole,
  identityPolicy,
  keyArn,
  keyPolicy,
  policy,
  request,
  world,
} from './parts.ts';

const readObjects = {
  Sid: 'ReadObjects',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports-bucket/*',
};

export const iamSaysNothing: Scenario = {
  slug: 'iam-says-nothing',
  title: 'No identity-based policy allows Decrypt',
  symptom:
    'The key policy looks open: it gives the whole account kms:*. Still the application is refused, because “no identity-based policy allows the kms:Decrypt action”.',
  cause:
    'A statement for the account’s root does not allow anybody by itself. It lets the account’s IAM policies decide, and the role has none that allows kms:Decrypt.',
  state: world('iam-says-nothing', {
    callers: [
      { arn: appRole, name: 'role app' },
      { arn: adminRole, name: 'role key-admin' },
      { arn: `arn:aws:iam::${account}:root`, name: 'root user' },
    ],
    documents: [
      keyPolicy(accountStatement, {
        Sid: 'AdministerKey',
        Effect: 'Allow',
        Principal: { AWS: adminRole },
        Action: ['kms:DescribeKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'],
        Resource: '*',
      }),
      identityPolicy('iam-app', appRole, readObjects),
    ],
    request: request(appRole, 'kms:Decrypt'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Attach an IAM policy to the role that allows kms:Decrypt on this key’s ARN. Naming the role in the key policy would do as well.',
    documents: {
      'iam-app': policy(readObjects, {
        Sid: 'DecryptReports',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: keyArn,
      }),
    },
  },
};
