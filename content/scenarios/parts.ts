/* What the scenarios have in common: AWS's example accounts, one key, a request without extras. */
import type { PlaygroundDocument, RequestForm } from '@/lib/model/playground.ts';

export const account = '111122223333';
export const otherAccount = '444455556666';
export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const keyArn = `arn:aws:kms:us-west-2:${account}:key/${keyId}`;
export const appRole = `arn:aws:iam::${account}:role/app`;
export const adminRole = `arn:aws:iam::${account}:role/key-admin`;

type PolicyStatement = Readonly<Record<string, unknown>>;

/** A policy document as people write it: two spaces, one element a line. */
export function policy(...statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

/** The statement that every key policy of the console begins with. */
export const accountStatement: PolicyStatement = {
  Sid: 'EnableIamPolicies',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
};

/** The key's own policy. */
export function keyPolicy(...statements: readonly PolicyStatement[]): PlaygroundDocument {
  return { id: 'key-policy', kind: 'key', name: 'Key policy', text: policy(...statements), disabled: [] };
}

/** An IAM policy attached to one identity. */
export function identityPolicy(
  id: string,
  attachedTo: string,
  ...statements: readonly PolicyStatement[]
): PlaygroundDocument {
  const name = `IAM: ${attachedTo.split('/').at(-1)}`;
  return { id, kind: 'identity', name, text: policy(...statements), disabled: [], attachedTo };
}

/** A request form with nothing but who, what and to which key. */
export function request(principal: string, action: string, more: Partial<RequestForm> = {}): RequestForm {
  return {
    principal,
    action,
    resource: keyArn,
    viaService: '',
    encryptionContext: [],
    context: [],
    sourceIp: '',
    vpcEndpoint: '',
    ...more,
  };
}
