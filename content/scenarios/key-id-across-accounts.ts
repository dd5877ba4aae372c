import type { Scenario } from '@/lib/model/scenario.ts';
import {
  account,
  accountStatement,
  identityPolicy,
  keyArn,
  keyId,
  keyPolicy,
  otherAccount,
  request,
  world,
} from './parts.ts';

const writer = `arn:aws:iam::${otherAccount}:role/writer`;

export const keyIdAcrossAccounts: Scenario = {
  slug: 'key-id-across-accounts',
  title: 'The key of another account does not exist',
  symptom:
    'A role writes a secret under a key of another account, and both accounts allow it. With the key’s id in the request it is refused, as if there were no such key.',
  cause:
    'A bare key id, like a bare alias, is looked up in the caller’s own account and Region. The key lives in another account, so what was named is another key, one that nobody has.',
  state: world('key-id-across-accounts', {
    callers: [{ arn: writer, name: 'role writer, other account' }],
    documents: [
      keyPolicy(accountStatement, {
        Sid: 'WriterUsesKey',
        Effect: 'Allow',
        Principal: { AWS: writer },
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
      }),
      identityPolicy('iam-writer', writer, {
        Sid: 'UseKeyOfSecrets',
        Effect: 'Allow',
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: keyArn,
      }),
    ],
    request: request(writer, 'kms:GenerateDataKey', { resource: keyId }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: `Name the key by its ARN: that says which account it is in, here ${account}.`,
    request: { resource: keyArn },
  },
};
