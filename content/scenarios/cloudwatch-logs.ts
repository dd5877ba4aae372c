import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const logs = 'logs.us-west-2.amazonaws.com';
const logGroups = `arn:aws:logs:us-west-2:${account}:log-group:`;

export const cloudwatchLogs: Scenario = {
  slug: 'cloudwatch-logs',
  title: 'CloudWatch Logs may not use the key',
  symptom:
    'Associating a key with a log group fails: the key does not exist or is not allowed to be used with the log group.',
  cause:
    'CloudWatch Logs calls KMS as itself, with the service principal of its Region. The account statement does not cover it: a service is no identity of the account.',
  state: world('cloudwatch-logs', {
    callers: [{ arn: logs, name: 'CloudWatch Logs' }],
    documents: [keyPolicy(accountStatement)],
    request: request(logs, 'kms:GenerateDataKey', {
      encryptionContext: [{ key: 'aws:logs:arn', value: `${logGroups}/app/orders` }],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Name the service principal, with the few actions it needs, and only for log groups of this account: the encryption context that CloudWatch Logs sends carries the log group’s ARN.',
    documents: {
      'key-policy': policy(accountStatement, {
        Sid: 'CloudWatchLogsUsesKey',
        Effect: 'Allow',
        Principal: { Service: logs },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `${logGroups}*` } },
      }),
    },
  },
};
