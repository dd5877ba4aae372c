import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const cloudwatch = 'cloudwatch.amazonaws.com';
const alarms = `arn:aws:cloudwatch:us-west-2:${account}:alarm:`;

export const alarmToTopic: Scenario = {
  slug: 'alarm-to-topic',
  title: 'A CloudWatch alarm never reaches an encrypted topic',
  symptom: 'The alarm goes off, its topic is under your own key, and no mail comes.',
  cause:
    'CloudWatch publishes to the topic as the service principal cloudwatch.amazonaws.com, and that needs the topic’s key. A key policy with the account statement alone admits no service. EventBridge fails the same way, as events.amazonaws.com.',
  state: world('alarm-to-topic', {
    callers: [
      { arn: cloudwatch, name: 'CloudWatch' },
      { arn: 'events.amazonaws.com', name: 'EventBridge' },
    ],
    documents: [keyPolicy(accountStatement)],
    request: request(cloudwatch, 'kms:GenerateDataKey', {
      context: [
        { key: 'aws:SourceArn', value: `${alarms}orders-failing` },
        { key: 'aws:SourceAccount', value: account },
      ],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Name the service principal, and bind it to alarms of your account.',
    documents: {
      'key-policy': policy(accountStatement, {
        Sid: 'AlarmsPublish',
        Effect: 'Allow',
        Principal: { Service: cloudwatch },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `${alarms}*` },
        },
      }),
    },
  },
};
