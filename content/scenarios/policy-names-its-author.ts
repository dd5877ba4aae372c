import type { Scenario } from '@/lib/model/scenario.ts';
import { account, adminRole, appRole, keyPolicy, policy, request, world } from './parts.ts';

const alice = `arn:aws:iam::${account}:user/alice`;
const pipeline = `arn:aws:iam::${account}:role/deploy`;

const administer = (principals: string | readonly string[]) => ({
  Sid: 'AdministerKey',
  Effect: 'Allow',
  Principal: { AWS: principals },
  Action: [
    'kms:Describe*',
    'kms:Get*',
    'kms:List*',
    'kms:Put*',
    'kms:Enable*',
    'kms:Disable*',
    'kms:ScheduleKeyDeletion',
    'kms:CancelKeyDeletion',
  ],
  Resource: '*',
});

const useKey = {
  Sid: 'UseKey',
  Effect: 'Allow',
  Principal: { AWS: appRole },
  Action: 'kms:Decrypt',
  Resource: '*',
};

export const policyNamesItsAuthor: Scenario = {
  slug: 'policy-names-its-author',
  title: 'The key policy changes with whoever applies it',
  symptom:
    'Alice applied the template from her laptop, and it wrote her own ARN into the key policy as administrator. Since then the pipeline, which applies the same template, is refused.',
  cause:
    'The template fills in the caller’s identity. Applied by hand that is alice; applied by the pipeline it would be the role deploy. Each run would shut out the other.',
  state: world('policy-names-its-author', {
    callers: [
      { arn: pipeline, name: 'role deploy' },
      { arn: alice, name: 'user alice' },
    ],
    documents: [keyPolicy(administer(alice), useKey)],
    request: request(pipeline, 'kms:PutKeyPolicy'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Name roles that stay the same whoever runs the template: the pipeline’s, and one that people assume.',
    documents: { 'key-policy': policy(administer([pipeline, adminRole]), useKey) },
  },
};
