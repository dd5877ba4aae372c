import type { Scenario } from '@/lib/model/scenario.ts';
import { account, accountStatement, grantList, keyPolicy, request, world } from './parts.ts';

const functionRole = `arn:aws:iam::${account}:role/orders-function`;
const session = `arn:aws:sts::${account}:assumed-role/orders-function/orders`;
const functionArn = `arn:aws:lambda:us-west-2:${account}:function:orders`;

const grantTo = (granteePrincipal: string) =>
  grantList({
    grantId: 'abcde1237f76e4ba7987489ac329fbfba6ad343d6f7075dbd1ef191f0120514a',
    granteePrincipal,
    operations: ['Decrypt', 'RetireGrant'],
    constraints: { EncryptionContextEquals: { 'aws:lambda:FunctionArn': functionArn } },
    issuingAccount: account,
  });

export const lambdaRoleRecreated: Scenario = {
  slug: 'lambda-role-recreated',
  title: 'Lambda cannot decrypt after its role was made anew',
  symptom:
    'The function ran for months. Somebody deleted its role and made it again, with the same name and the same policies. Since then the function cannot read its environment variables.',
  cause:
    'Lambda had given the role a grant on the key. KMS keeps the grant by the role’s unique id, and that belonged to the role which is gone. The new one only has its name.',
  state: world('lambda-role-recreated', {
    callers: [{ arn: session, name: 'function orders' }],
    documents: [keyPolicy(accountStatement), grantTo('AROADBQP57FF2AEXAMPLE')],
    request: request(session, 'kms:Decrypt', {
      viaService: 'lambda.us-west-2.amazonaws.com',
      encryptionContext: [{ key: 'aws:lambda:FunctionArn', value: functionArn }],
    }),
  }),
  verdict: 'ImplicitlyDenied',
  fix: {
    note: 'Set the function’s role again, even to the same name. Lambda then creates a grant for the role that is there now.',
    documents: { grants: grantTo(functionRole).text },
  },
};
