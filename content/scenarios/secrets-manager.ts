import type { Scenario } from '@/lib/model/scenario.ts';
import {
  account,
  accountStatement,
  appRole,
  identityPolicy,
  keyPolicy,
  policy,
  request,
  world,
} from './parts.ts';

const secret = `arn:aws:secretsmanager:us-west-2:${account}:secret:orders-db-a1b2c3`;

const readSecrets = (region: string) => ({
  Sid: 'ReadSecrets',
  Effect: 'Allow',
  Principal: { AWS: appRole },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
});

export const secretsManager: Scenario = {
  slug: 'secrets-manager',
  title: 'Secrets Manager: access to KMS is not allowed',
  symptom:
    'The role may read the secret and the key policy has a statement for it. GetSecretValue still fails: access to KMS is not allowed.',
  cause:
    'The statement holds only for requests through Secrets Manager in us-east-1. The secret and its key are in us-west-2, so kms:ViaService has another value and the statement does not match.',
  state: world('secrets-manager', {
    callers: [{ arn: appRole, name: 'role app' }],
    documents: [
      keyPolicy(accountStatement, readSecrets('us-east-1')),
      identityPolicy('iam-app', appRole, {
        Sid: 'ReadSecret',
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: secret,
      }),
    ],
    request: request(appRole, 'kms:Decrypt', {
      viaService: 'secretsmanager.us-west-2.amazonaws.com',
      encryptionContext: [
        { key: 'SecretARN', value: secret },
        { key: 'SecretVersionId', value: '11111111-2222-3333-4444-555555555555' },
      ],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Write the Region of the key into kms:ViaService.',
    documents: { 'key-policy': policy(accountStatement, readSecrets('us-west-2')) },
  },
};
