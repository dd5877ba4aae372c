import type { Scenario } from '@/lib/model/scenario.ts';
import { accountStatement, appRole, keyPolicy, policy, request, world } from './parts.ts';

const useKey = {
  Sid: 'UseKey',
  Effect: 'Allow',
  Principal: { AWS: appRole },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
};

const onlyFromOffice = (more: Record<string, unknown> = {}) => ({
  Sid: 'OnlyFromOffice',
  Effect: 'Deny',
  Principal: '*',
  Action: 'kms:*',
  Resource: '*',
  Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, ...more },
});

export const sourceIpDeny: Scenario = {
  slug: 'source-ip-deny',
  title: 'A Deny on source IP breaks S3',
  symptom:
    'Only the office network may use the key. From the office, direct calls work, but every upload to the bucket fails with an explicit deny.',
  cause:
    'For the upload it is S3 that calls KMS, from AWS’s network. The request carries no aws:SourceIp of the office, so NotIpAddress holds and the Deny applies.',
  state: world('source-ip-deny', {
    callers: [{ arn: appRole, name: 'role app' }],
    documents: [keyPolicy(accountStatement, useKey, onlyFromOffice())],
    request: request(appRole, 'kms:GenerateDataKey', {
      viaService: 's3.us-west-2.amazonaws.com',
      encryptionContext: [{ key: 'aws:s3:arn', value: 'arn:aws:s3:::reports-bucket' }],
    }),
  }),
  verdict: 'ExplicitlyDenied',
  fix: {
    note: 'Let the Deny hold only for direct calls: with aws:ViaAWSService “false” it leaves out requests that a service makes for the role.',
    documents: {
      'key-policy': policy(
        accountStatement,
        useKey,
        onlyFromOffice({ Bool: { 'aws:ViaAWSService': 'false' } }),
      ),
    },
  },
};
