import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, appRole, keyPolicy, policy, request, world } from './parts.ts';

const root = `arn:aws:iam::${account}:root`;

const administer = {
  Sid: 'AdministerKey',
  Effect: 'Allow',
  Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' },
  Action: 'kms:*',
  Resource: '*',
};

const useKey = {
  Sid: 'UseKey',
  Effect: 'Allow',
  Principal: { AWS: appRole },
  Action: 'kms:Decrypt',
  Resource: '*',
};

export const noAdministratorLeft: Scenario = {
  slug: 'no-administrator-left',
  title: 'Nobody can change the key policy, not even root',
  symptom:
    'The key works, but no one may change its policy, disable it or delete it. Even the account’s root user is refused.',
  cause:
    'Only one user was administrator, and that user was deleted. No statement names the account, so IAM policies do not count, and the root user has no more rights on a KMS key than its key policy gives.',
  state: world('no-administrator-left', {
    callers: [
      { arn: root, name: 'root user' },
      { arn: appRole, name: 'role app' },
    ],
    documents: [keyPolicy(administer, useKey)],
    request: request(root, 'kms:PutKeyPolicy'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'From here only AWS Support can help. What would have prevented it is the account statement: with it, root and whoever IAM policies allow can always mend the policy.',
    documents: { 'key-policy': policy(accountStatement, useKey) },
  },
};
