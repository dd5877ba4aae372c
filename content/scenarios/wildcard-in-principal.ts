import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, keyPolicy, policy, request, world } from './parts.ts';

const job = `arn:aws:iam::${account}:role/batch-orders`;
const jobs = `arn:aws:iam::${account}:role/batch-*`;

const runJobs = {
  Sid: 'BatchJobs',
  Effect: 'Allow',
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
};

export const wildcardInPrincipal: Scenario = {
  slug: 'wildcard-in-principal',
  title: 'A wildcard in the ARN of a principal',
  symptom:
    'Every batch job has a role of its own, so the statement names role/batch-*. KMS refuses the policy: “Policy contains a statement with one or more invalid principals.”',
  cause:
    'A Principal element takes whole names only. There is no role called batch-*, so there is nothing that KMS could store, and nobody would match.',
  state: world('wildcard-in-principal', {
    callers: [{ arn: job, name: 'role batch-orders' }],
    documents: [keyPolicy(accountStatement, { ...runJobs, Principal: { AWS: jobs } })],
    request: request(job, 'kms:Decrypt'),
  }),
  verdict: 'ImplicitlyDenied',
  problems: ['INVALID_PRINCIPAL'],
  fix: {
    note: 'Name the account as the principal’s bound and put the pattern into a condition: everybody whose aws:PrincipalArn matches, and whose account is yours.',
    documents: {
      'key-policy': policy(accountStatement, {
        ...runJobs,
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: { 'aws:PrincipalAccount': account },
          ArnLike: { 'aws:PrincipalArn': jobs },
        },
      }),
    },
  },
};
