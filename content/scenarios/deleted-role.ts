import type { Scenario } from '@/lib/model/scenario.ts';
import { accountStatement, appRole, keyPolicy, policy, request, world } from './parts.ts';

const usedBy = (principal: string) => ({
  Sid: 'AppUsesKey',
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
});

export const deletedRole: Scenario = {
  slug: 'deleted-role',
  title: 'A principal that begins with AROA',
  symptom:
    'The role was deleted and made again under the same name. It is refused, and where its ARN stood the key policy now shows AROA and some letters.',
  cause:
    'KMS stores a role by its unique id and shows its ARN as long as that role exists. It does not any more. A new role of the same name has another id, on purpose: it may be somebody else’s.',
  state: world('deleted-role', {
    callers: [{ arn: appRole, name: 'role app' }],
    documents: [keyPolicy(accountStatement, usedBy('AROADBQP57FF2AEXAMPLE'))],
    request: request(appRole, 'kms:Decrypt'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Write the role’s ARN into the policy again: KMS then stores the id of the new role.',
    documents: { 'key-policy': policy(accountStatement, usedBy(appRole)) },
  },
};
