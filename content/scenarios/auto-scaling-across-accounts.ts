import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, grantList, keyPolicy, otherAccount, request, world } from './parts.ts';

const serviceRole = `arn:aws:iam::${otherAccount}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;

const useFromOtherAccount = {
  Sid: 'OtherAccountUsesKey',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${otherAccount}:root` },
  Action: [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncrypt*',
    'kms:GenerateDataKey*',
    'kms:DescribeKey',
    'kms:CreateGrant',
  ],
  Resource: '*',
};

export const autoScalingAcrossAccounts: Scenario = {
  slug: 'auto-scaling-across-accounts',
  title: 'Auto Scaling with a key of another account',
  symptom:
    'The image is shared and its key’s policy lets the whole other account use the key. There, Auto Scaling still cannot start an instance.',
  cause:
    'Across accounts the caller’s side must allow as well. The caller is a service-linked role: its policy belongs to AWS, has no kms:Decrypt in it, and nobody can add one.',
  state: world('auto-scaling-across-accounts', {
    callers: [{ arn: serviceRole, name: 'AWSServiceRoleForAutoScaling, other account' }],
    documents: [keyPolicy(accountStatement, useFromOtherAccount), grantList()],
    request: request(serviceRole, 'kms:Decrypt'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'An administrator of the other account, whom the key policy allows CreateGrant, gives the service-linked role a grant. A grant needs no IAM policy of its grantee.',
    documents: {
      grants: grantList({
        grantId: '0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60',
        granteePrincipal: serviceRole,
        operations: [
          'Encrypt',
          'Decrypt',
          'ReEncryptFrom',
          'ReEncryptTo',
          'GenerateDataKey',
          'GenerateDataKeyWithoutPlaintext',
          'DescribeKey',
          'CreateGrant',
        ],
        issuingAccount: account,
      }).text,
    },
  },
};
