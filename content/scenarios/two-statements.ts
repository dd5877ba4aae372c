import { examplePolicy } from '@/lib/model/example-policy.ts';
import type { Scenario } from '@/lib/model/scenario.ts';
import { account, adminRole, appRole, request, world } from './parts.ts';

export const twoStatements: Scenario = {
  slug: 'two-statements',
  title: 'The policy of the first page',
  symptom: 'The role may decrypt with this key. It asks to encrypt, and is refused.',
  cause:
    'Its own statement lists kms:Decrypt alone. The other statement is for the account: it leaves the rest to IAM policies, and the role has none.',
  state: world('two-statements', {
    callers: [
      { arn: appRole, name: 'role app' },
      { arn: adminRole, name: 'role key-admin' },
      { arn: `arn:aws:iam::${account}:root`, name: 'root user' },
    ],
    documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text: examplePolicy, disabled: [] }],
    request: request(appRole, 'kms:Encrypt'),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Add kms:Encrypt to the statement that names the role. An IAM policy on the role would do as well.',
    documents: {
      'key-policy': examplePolicy.replace('"kms:Decrypt"', '["kms:Decrypt", "kms:Encrypt"]'),
    },
  },
};
