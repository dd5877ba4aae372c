import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const serviceRole = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;

export const autoScaling: Scenario = {
  slug: 'auto-scaling',
  title: 'Auto Scaling cannot start instances with an encrypted volume',
  symptom:
    'The launch template asks for a volume under your own key. Every instance ends at once with Client.InternalError; by hand, the same template works.',
  cause:
    'By hand it is you who gives EC2 a grant on the key. Auto Scaling does it as its service-linked role, and neither the key policy nor the role’s own policy, which you cannot change, lets that role create a grant.',
  state: world('auto-scaling', {
    callers: [{ arn: serviceRole, name: 'AWSServiceRoleForAutoScaling' }],
    documents: [keyPolicy(accountStatement)],
    request: request(serviceRole, 'kms:CreateGrant', {
      context: [{ key: 'kms:GrantIsForAWSResource', value: 'true' }],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Name the service-linked role in the key policy twice: once with what a user of the key may do, once with CreateGrant, and that only on behalf of an AWS service.',
    documents: {
      'key-policy': policy(
        accountStatement,
        {
          Sid: 'AutoScalingUsesKey',
          Effect: 'Allow',
          Principal: { AWS: serviceRole },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          Resource: '*',
        },
        {
          Sid: 'AutoScalingAttachesVolumes',
          Effect: 'Allow',
          Principal: { AWS: serviceRole },
          Action: 'kms:CreateGrant',
          Resource: '*',
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ),
    },
  },
};
