import { describe, expect, it } from 'vitest';
import { createPolicySchema, fromServer, joinPolicies, type ServerPolicy } from './saved-policy.ts';

const id = '1b4e28ba-2fa1-11d2-883f-0016d3cca427';
const server: ServerPolicy = {
  id,
  name: 'Mine',
  kind: 'key',
  text: 'one',
  environment: '{}',
  revision: 1,
  updatedAt: '2026-03-01T12:00:00.000Z',
  deleted: false,
};
const local = fromServer(server);

describe('joining this browser’s policies with the server’s', () => {
  it('takes what is new on the server', () => {
    expect(joinPolicies([], [server])).toEqual([local]);
  });

  it('takes a later revision of what was not touched here', () => {
    expect(joinPolicies([local], [{ ...server, text: 'two', revision: 2 }])).toMatchObject([
      { text: 'two', revision: 2, state: 'synced' },
    ]);
  });

  it('leaves what was changed or deleted here to the upload', () => {
    const changed = { ...local, text: 'mine', state: 'changed' as const };
    const deleted = { ...local, state: 'deleted' as const };
    expect(joinPolicies([changed], [{ ...server, text: 'two', revision: 2 }])).toEqual([changed]);
    expect(joinPolicies([deleted], [server])).toEqual([deleted]);
  });

  it('drops what is known to be deleted elsewhere, and nothing else', () => {
    expect(joinPolicies([local], [{ ...server, text: '', revision: 2, deleted: true }])).toEqual([]);
    expect(joinPolicies([local], [])).toMatchObject([{ id, text: 'one', revision: 0, state: 'changed' }]);
  });

  it('does not bring back what was deleted before this browser ever saw it', () => {
    expect(joinPolicies([], [{ ...server, deleted: true }])).toEqual([]);
  });
});

describe('a new policy', () => {
  const { revision: _r, updatedAt: _u, deleted: _d, ...valid } = server;

  it('is named without the spaces around it', () => {
    expect(createPolicySchema.parse({ ...valid, name: '  Mine ' }).name).toBe('Mine');
  });

  it.each([
    ['without a name', { name: '   ' }],
    ['with an endless name', { name: 'x'.repeat(121) }],
    ['of an unknown kind', { kind: 'bucket' }],
    ['with a revision of its own', { revision: 7 }],
    ['of somebody else', { learnerId: 'x' }],
    ['with a text that is far too long', { text: 'x'.repeat(65_537) }],
  ])('is refused %s', (_what, wrong) => {
    expect(createPolicySchema.safeParse(valid).success).toBe(true);
    expect(createPolicySchema.safeParse({ ...valid, ...wrong }).success).toBe(false);
  });
});
