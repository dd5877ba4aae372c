import { describe, expect, it } from 'vitest';
import { emptyAccount } from '@/lib/model/account.ts';
import { emptyRequest, type PlaygroundState } from '@/lib/model/playground.ts';
import { formFromPaste, readPaste, renameFirstKey, unknownKeyOf } from './read-paste.ts';

const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const other = 'arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321';
const role = 'arn:aws:iam::111122223333:role/app';
const state: PlaygroundState = {
  version: 2,
  scenario: 'test',
  world: { accounts: [], organization: null, identities: [], keys: [{ arn: key, aliases: ['alias/app'] }] },
  documents: [
    { id: 'key-policy', kind: 'key', name: 'Key policy', text: '{}', disabled: [], attachedTo: key },
  ],
  request: {
    ...emptyRequest,
    principal: role,
    action: 'kms:Encrypt',
    key,
    resource: key,
    sourceIp: '10.0.0.1',
  },
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
};
const message = (resource: string) =>
  `User: arn:aws:sts::444455556666:assumed-role/analyst/i-1 is not authorized to perform: kms:Decrypt on resource: ${resource} because no resource-based policy allows the kms:Decrypt action`;

describe('a pasted text', () => {
  it('fills in who, what and which key, and nothing that it does not tell', () => {
    expect(formFromPaste(state, readPaste(message(key)))).toEqual({
      ...emptyRequest,
      principal: 'arn:aws:sts::444455556666:assumed-role/analyst/i-1',
      action: 'kms:Decrypt',
      key,
      resource: key,
    });
  });

  it('may be a CloudTrail event', () => {
    const event = {
      eventSource: 'kms.amazonaws.com',
      eventName: 'GenerateDataKey',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana' },
      sourceIPAddress: '203.0.113.7',
      requestParameters: { keyId: 'alias/app', encryptionContext: { app: 'orders' } },
      errorCode: 'AccessDenied',
    };
    expect(formFromPaste(state, readPaste(JSON.stringify(event)))).toMatchObject({
      action: 'kms:GenerateDataKey',
      key,
      sourceIp: '203.0.113.7',
      encryptionContext: [{ key: 'app', value: 'orders' }],
    });
  });

  it('may be about a key that the world does not have, which can take the place of the first', () => {
    expect(unknownKeyOf(state, readPaste(message(key)))).toBeNull();
    expect(unknownKeyOf(state, readPaste(message(other)))).toBe(other);
    const renamed = renameFirstKey(state, other);
    expect(renamed.world.keys).toEqual([{ arn: other, aliases: ['alias/app'] }]);
    expect(renamed.documents[0]?.attachedTo).toBe(other);
    expect(unknownKeyOf(renamed, readPaste(message(other)))).toBeNull();
  });
});
