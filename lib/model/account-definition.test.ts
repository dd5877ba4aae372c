import { expect, test } from 'vitest';
import { emptyAccount } from './account.ts';
import { worldDefinitionOf } from './account-definition.ts';
import { emptyRequest, type PlaygroundDocument, type PlaygroundState } from './playground.ts';
import { changesBetween } from './world-changes.ts';
import { accountDefinitionSchema } from './world-definition.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const app = 'arn:aws:iam::111122223333:role/app';
const bob = 'arn:aws:iam::444455556666:user/team/bob';
const allow = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });

function document(id: string, kind: PlaygroundDocument['kind'], more: Partial<PlaygroundDocument> = {}) {
  return { id, kind, name: id, text: allow('kms:*'), disabled: [], ...more };
}

function lab(...documents: PlaygroundDocument[]): PlaygroundState {
  return {
    version: 2,
    scenario: 'a',
    world: {
      accounts: [{ id: '111122223333', name: 'Owner' }],
      organization: null,
      identities: [
        { arn: app, name: 'app', tags: { team: 'blue' } },
        { arn: bob, name: 'bob' },
        { arn: 'arn:aws:iam::111122223333:root', name: 'root' },
        { arn: 'logs.us-west-2.amazonaws.com', name: 'logs' },
      ],
      keys: [{ arn: keyArn, aliases: ['alias/app'] }],
    },
    documents: [document('key', 'key'), ...documents],
    request: emptyRequest,
    savedRequests: [],
    baseline: null,
    account: emptyAccount,
  };
}

test('identities stand in their accounts, with what is attached to them', () => {
  const definition = worldDefinitionOf(
    lab(
      document('iam-app', 'identity', { attachedTo: app }),
      document('edge', 'boundary', { attachedTo: app }),
      document('everybody', 'identity'),
      document('top', 'scp'),
      document('mine', 'scp', { level: '444455556666' }),
    ),
  );
  expect(accountDefinitionSchema.parse(definition)).toEqual(definition);
  expect(definition).toMatchObject({ region: 'us-west-2', now: '2026-01-01T00:00:00Z' });
  const [owner, other] = definition.accounts;
  expect(owner).toMatchObject({
    id: '111122223333',
    name: 'Owner',
    users: {},
    roles: {
      app: {
        policies: { 'iam-app': allow('kms:*'), everybody: allow('kms:*') },
        permissionsBoundary: allow('kms:*'),
        tags: { team: 'blue' },
      },
    },
    keys: [{ id: keyArn.split('/')[1], region: 'us-west-2', aliases: ['alias/app'], policy: allow('kms:*') }],
    scps: [{ name: 'Root', policies: { top: allow('kms:*') } }],
  });
  expect(other).toMatchObject({
    id: '444455556666',
    users: { 'team/bob': { policies: { everybody: allow('kms:*') } } },
    scps: [{ name: 'Root' }, { name: '444455556666' }],
  });
});

test('statements that are switched off are not in the world', () => {
  const text = JSON.stringify({ Statement: [{ Sid: 'a' }, { Sid: 'b' }] });
  const definition = worldDefinitionOf(
    lab(document('iam-app', 'identity', { text, disabled: [0], attachedTo: app })),
  );
  const policy = definition.accounts[0]?.roles?.app?.policies?.['iam-app'] ?? '';
  expect(JSON.parse(policy)).toEqual({ Statement: [{ Sid: 'b' }] });
});

test('what changed in the lab is what amends the world', () => {
  const one = document('iam-app', 'identity', { attachedTo: app });
  const before = worldDefinitionOf(lab(one, document('old', 'identity', { attachedTo: app })));
  expect(changesBetween(before, before)).toBeNull();
  const edited = lab({ ...one, text: allow('kms:Decrypt') });
  const after = worldDefinitionOf({
    ...edited,
    documents: edited.documents.map((d) => (d.kind === 'key' ? { ...d, text: allow('kms:Put*') } : d)),
    world: { ...edited.world, identities: edited.world.identities.filter(({ arn }) => arn !== bob) },
  });
  expect(changesBetween(before, after)).toEqual({
    accounts: {
      '111122223333': {
        roles: {
          app: {
            policies: { 'iam-app': allow('kms:Decrypt'), old: null },
            permissionsBoundary: null,
            tags: { team: 'blue' },
          },
        },
      },
    },
    keyPolicies: { [keyArn]: allow('kms:Put*') },
  });
});
