import { describe, expect, it } from 'vitest';
import { prepareAuthorizer } from '@/simulator/index.ts';
import { type PlaygroundState, playgroundSchema, readPlayground } from './playground.ts';
import { toEnvironment } from './playground-environment.ts';
import { formOf, toRequest } from './playground-request.ts';

const owner = '111122223333';
const other = '444455556666';
const keyArn = (id: string, account = owner) => `arn:aws:kms:us-west-2:${account}:key/${id}`;
const firstKey = keyArn('1234abcd-12ab-34cd-56ef-1234567890ab');
const secondKey = keyArn('0987dcba-09fe-87dc-65ba-ab0987654321');
const role = `arn:aws:iam::${owner}:role/app`;
const stranger = `arn:aws:iam::${other}:role/stranger`;
const allow = (Principal?: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...(Principal ? { Principal } : {}), Action: 'kms:*', Resource: '*' }],
  });
const deny = allow().replace('Allow', 'Deny');

/** As the first version kept it in drafts, saved policies and visits. */
const version1 = {
  version: 1,
  scenario: 'old',
  key: { arn: firstKey, aliases: ['alias/app'] },
  callers: [
    { arn: role, name: 'role app' },
    { arn: stranger, name: 'role stranger' },
  ],
  documents: [
    { id: 'key-policy', kind: 'key', name: 'Key policy', text: allow({ AWS: role }), disabled: [] },
    { id: 'grants', kind: 'grants', name: 'Grants', text: '[]', disabled: [] },
    { id: 'iam', kind: 'identity', name: 'IAM', text: allow(), disabled: [0], attachedTo: role },
  ],
  request: {
    principal: role,
    action: 'kms:Decrypt',
    resource: firstKey,
    viaService: '',
    encryptionContext: [{ key: 'app', value: 'orders' }],
    context: [],
    sourceIp: '',
    vpcEndpoint: '',
  },
};

function upgraded(): PlaygroundState {
  const state = readPlayground(version1);
  if (!state) throw new Error('a state of version 1 can be read');
  return state;
}

const decide = (state: PlaygroundState) =>
  prepareAuthorizer(toEnvironment(state)).decide(toRequest(state.request));

describe('a state of version 1', () => {
  it('becomes one of this version, with nothing lost', () => {
    const state = upgraded();
    expect(playgroundSchema.parse(state)).toEqual(state);
    expect(state.world.keys).toEqual([version1.key]);
    expect(state.world.identities).toEqual(version1.callers);
    expect(state.world.accounts.map(({ id }) => id)).toEqual([owner, other]);
    expect(state.documents.map(({ text, disabled }) => ({ text, disabled }))).toEqual(
      version1.documents.map(({ text, disabled }) => ({ text, disabled })),
    );
    expect(state.request).toMatchObject(version1.request);
    expect(decide(state)).toBe('Allowed');
  });

  it('is not made of anything else', () => {
    expect(readPlayground({ ...version1, version: 3 })).toBeNull();
    expect(readPlayground({ ...version1, documents: [] })).toBeNull();
    expect(readPlayground({ ...version1, surprise: true })).toBeNull();
    expect(readPlayground(null)).toBeNull();
  });
});

describe('several keys', () => {
  const state: PlaygroundState = {
    ...upgraded(),
    world: { ...upgraded().world, keys: [{ arn: firstKey }, { arn: secondKey, aliases: ['alias/second'] }] },
    documents: [
      ...upgraded().documents,
      {
        id: 'second-policy',
        kind: 'key',
        name: 'Key policy',
        text: allow({ AWS: stranger }),
        disabled: [],
        attachedTo: secondKey,
      },
    ],
  };
  const asked = (request: Partial<PlaygroundState['request']>) =>
    decide({ ...state, request: { ...state.request, ...request } });

  it('are each decided by their own policy, whichever way they are named', () => {
    expect(asked({ key: firstKey, resource: firstKey })).toBe('Allowed');
    expect(asked({ key: secondKey, resource: secondKey })).toBe('ImplicitlyDenied');
    expect(asked({ key: firstKey, resource: secondKey })).toBe('ImplicitlyDenied');
    expect(asked({ key: secondKey, resource: 'alias/second' })).toBe('ImplicitlyDenied');
    expect(asked({ key: secondKey, resource: firstKey })).toBe('Allowed');
  });
});

describe('policies of the organization', () => {
  const withScp = (level: string, units: { name: string; accounts: string[] }[] = []): PlaygroundState => ({
    ...upgraded(),
    world: { ...upgraded().world, organization: { id: 'o-example', units } },
    documents: [
      ...upgraded().documents,
      { id: 'scp-all', kind: 'scp', name: 'Full', text: allow(), disabled: [], level: 'Root' },
      { id: 'scp', kind: 'scp', name: 'Deny', text: deny, disabled: [], level },
    ],
  });

  it('hold for the accounts below the place they are attached to, and for no other', () => {
    expect(decide(withScp('Root'))).toBe('ExplicitlyDenied');
    expect(decide(withScp(owner))).toBe('ExplicitlyDenied');
    expect(decide(withScp(other))).toBe('Allowed');
    expect(decide(withScp('Workloads', [{ name: 'Workloads', accounts: [owner] }]))).toBe('ExplicitlyDenied');
    expect(decide(withScp('Sandbox', [{ name: 'Sandbox', accounts: [other] }]))).toBe('Allowed');
  });

  it('hold for callers that the world does not list', () => {
    const state = withScp(owner);
    const unlisted = {
      ...state,
      world: { ...state.world, identities: [] },
      documents: state.documents.filter(({ kind }) => kind !== 'identity'),
    };
    expect(decide(unlisted)).toBe('ExplicitlyDenied');
  });
});

describe('the request form', () => {
  it('says everything that the request says', () => {
    const request = {
      principal: role,
      action: 'kms:TagResource',
      resource: firstKey,
      encryptionContext: { app: 'orders' },
      context: { 'aws:RequestTag/team': 'a', 'aws:MultiFactorAuthPresent': 'true', 'x:many': ['1', '2'] },
      viaService: 's3',
      sourceIp: '203.0.113.7',
      vpcEndpoint: 'vpce-1a2b3c4d',
      secondResource: secondKey,
      time: '2026-03-01T12:00:00Z',
      grantId: 'g1',
      grantTokens: ['t1', 't2'],
    };
    const form = formOf(request, firstKey);
    expect(form.mfa).toBe('true');
    expect(toRequest(form)).toEqual(request);
  });

  it('sends tags as AWS does: each by name, and the names as a list', () => {
    const { context } = toRequest({
      ...formOf({}),
      requestTags: [
        { key: 'team', value: 'a' },
        { key: 'stage', value: 'b' },
      ],
    });
    expect(context).toEqual({
      'aws:RequestTag/team': 'a',
      'aws:RequestTag/stage': 'b',
      'aws:TagKeys': ['team', 'stage'],
    });
  });
});
