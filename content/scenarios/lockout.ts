import type { Scenario } from '@/lib/model/scenario.ts';
import {
  accountStatement,
  adminRole,
  appRole,
  identityPolicy,
  keyPolicy,
  policy,
  request,
  world,
} from './parts.ts';

const useStatement = {
  Sid: 'UseKey',
  Effect: 'Allow',
  Principal: { AWS: appRole },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
};

export const lockout: Scenario = {
  slug: 'lockout',
  title: 'The new key policy would lock you out',
  symptom:
    'key-admin saves this key policy and KMS refuses: “The new key policy will not allow you to update the key policy in the future.”',
  cause:
    'Before KMS takes a new key policy it asks whether the caller could change it again. Here only the application is named. Without a statement for the account, IAM policies have no effect on the key, however much they allow.',
  state: world('lockout', {
    callers: [
      { arn: adminRole, name: 'role key-admin' },
      { arn: appRole, name: 'role app' },
    ],
    documents: [
      keyPolicy(useStatement),
      identityPolicy('iam-key-admin', adminRole, {
        Sid: 'AdministerKeys',
        Effect: 'Allow',
        Action: 'kms:*',
        Resource: '*',
      }),
    ],
    request: request(adminRole, 'kms:PutKeyPolicy'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Put the account statement back. It lets IAM policies count, so key-admin may call PutKeyPolicy, and the key never hangs on one role that somebody may delete.',
    documents: { 'key-policy': policy(accountStatement, useStatement) },
  },
};
