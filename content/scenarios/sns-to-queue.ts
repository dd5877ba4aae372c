import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const sns = 'sns.amazonaws.com';
const topic = `arn:aws:sns:us-west-2:${account}:orders`;

export const snsToQueue: Scenario = {
  slug: 'sns-to-queue',
  title: 'SNS loses messages on their way to an encrypted queue',
  symptom:
    'The topic delivers to a queue under your own key. Publishing succeeds, no error appears anywhere, and nothing arrives.',
  cause:
    'To put a message into the queue, SNS asks the key for a data key as itself, the service principal sns.amazonaws.com. The account statement speaks of the account’s identities, and SNS is none of them.',
  state: world('sns-to-queue', {
    callers: [{ arn: sns, name: 'SNS' }],
    documents: [keyPolicy(accountStatement)],
    request: request(sns, 'kms:GenerateDataKey', {
      context: [
        { key: 'aws:SourceArn', value: topic },
        { key: 'aws:SourceAccount', value: account },
      ],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Name sns.amazonaws.com with GenerateDataKey and Decrypt, and bind it to your topic: without aws:SourceArn, anybody’s topic could make SNS use your key.',
    documents: {
      'key-policy': policy(accountStatement, {
        Sid: 'TopicWritesToQueue',
        Effect: 'Allow',
        Principal: { Service: sns },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': topic } },
      }),
    },
  },
};
