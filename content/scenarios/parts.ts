/* What the scenarios have in common: AWS's example accounts, one key, a request without extras. */
import { emptyAccount } from '@/lib/model/account.ts';
import {
  emptyRequest,
  type Identity,
  type PlaygroundDocument,
  type PlaygroundState,
  type RequestForm,
} from '@/lib/model/playground.ts';
import { accountsOf } from '@/lib/model/playground-accounts.ts';
import type { Grant } from '@/simulator/index.ts';

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
  return {
    id: 'key-policy',
    kind: 'key',
    name: 'Key policy',
    text: policy(...statements),
    disabled: [],
    attachedTo: keyArn,
  };
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

/** The grants of the key, as a list that the reader can edit. */
export function grantList(...grants: readonly Grant[]): PlaygroundDocument {
  return {
    id: 'grants',
    kind: 'grants',
    name: 'Grants',
    text: JSON.stringify(grants, null, 2),
    disabled: [],
    attachedTo: keyArn,
  };
}

interface StateParts {
  readonly callers: Identity[];
  readonly documents: PlaygroundState['documents'];
  readonly request: RequestForm;
}

/** A world around the one key. */
export function world(scenario: string, { callers, documents, request: asked }: StateParts): PlaygroundState {
  return {
    version: 2,
    scenario,
    world: {
      accounts: accountsOf([keyArn, ...callers.map(({ arn }) => arn)]),
      organization: null,
      identities: callers,
      keys: [{ arn: keyArn }],
    },
    documents,
    request: asked,
    savedRequests: [],
    baseline: null,
    account: emptyAccount,
  };
}

/** A request form with nothing but who, what and to which key. */
export function request(principal: string, action: string, more: Partial<RequestForm> = {}): RequestForm {
  return { ...emptyRequest, principal, action, key: keyArn, resource: keyArn, ...more };
}
