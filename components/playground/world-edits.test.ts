import { describe, expect, it } from 'vitest';
import { emptyAccount } from '@/lib/model/account.ts';
import {
  documentKinds,
  emptyRequest,
  type PlaygroundState,
  playgroundSchema,
} from '@/lib/model/playground.ts';
import { parsePolicy } from '@/simulator/index.ts';
import {
  addDocument,
  addIdentity,
  attach,
  levelsOf,
  ownerKind,
  ownerOf,
  removeDocument,
  tagIdentity,
} from './world-edits.ts';

const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const role = 'arn:aws:iam::444455556666:role/app';
const state: PlaygroundState = {
  version: 2,
  scenario: 'test',
  world: {
    accounts: [{ id: '111122223333', name: 'Owner' }],
    organization: null,
    identities: [],
    keys: [{ arn: key }],
  },
  documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text: '{}', disabled: [] }],
  request: emptyRequest,
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
};
const owners = { key, identity: role, level: 'Root', nobody: '' } as const;

describe('a new document', () => {
  it.each(documentKinds)('of kind %s is one that AWS would take, and keeps the state valid', (kind) => {
    const after = addDocument(addDocument(state, { kind, owner: owners[ownerKind(kind)] }), {
      kind,
      owner: '',
    });
    expect(playgroundSchema.parse(after)).toEqual(after);
    expect(new Set(after.documents.map(({ id }) => id)).size).toBe(3);
    for (const { text } of after.documents.slice(1)) {
      if (kind !== 'grants') expect(parsePolicy(text, kind).problems).toEqual([]);
    }
    expect(ownerOf(after.documents[1] ?? state.documents[0] ?? fail())).toBe(owners[ownerKind(kind)]);
  });

  it('can be attached elsewhere and removed, but not the last one', () => {
    const added = addDocument(state, { kind: 'scp', owner: 'Root' });
    const [, scp] = added.documents;
    if (!scp) throw new Error('a document was added');
    expect(ownerOf(attach(scp, '111122223333'))).toBe('111122223333');
    expect(ownerOf(attach(scp, ''))).toBe('');
    expect(levelsOf(added)).toEqual(['Root', '111122223333']);
    expect(removeDocument(added, scp.id)).toEqual(state);
    expect(removeDocument(state, 'key-policy')).toBe(state);
  });
});

function fail(): never {
  throw new Error('there is a document');
}

describe('tags of an identity', () => {
  it('are put in, changed and taken away again', () => {
    const known = addIdentity(state, role);
    const tagged = tagIdentity(known, role, [{ key: 'team', value: 'a' }]);
    expect(tagged.world.identities).toEqual([{ arn: role, name: 'app', tags: { team: 'a' } }]);
    expect(tagIdentity(tagged, role, [])).toEqual(known);
  });
});

describe('a new identity', () => {
  it('brings its account, once', () => {
    const after = addIdentity(addIdentity(state, role), role);
    expect(after.world.identities).toEqual([{ arn: role, name: 'app' }]);
    expect(after.world.accounts.map(({ id }) => id)).toEqual(['111122223333', '444455556666']);
    expect(addIdentity(state, 'logs.us-west-2.amazonaws.com', 'Logs').world.accounts).toHaveLength(1);
  });
});
