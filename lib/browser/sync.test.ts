import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgressEvent } from '@/lib/model/progress.ts';
import type { PolicyContent, ServerPolicy } from '@/lib/model/saved-policy.ts';
import { browserDatabase, closeBrowserDatabase } from './database.ts';
import { createPolicy, deletePolicy, listPolicies, restorePolicy, updatePolicy } from './policies.ts';
import { readProgress, recordProgress } from './progress.ts';
import { syncNow } from './sync.ts';

const opened = { kind: 'lesson-opened', subject: 'who-is-root', payload: {} } as const;
const passed = { kind: 'lesson-passed', subject: 'who-is-root', payload: { policy: '{}' } } as const;
const content = { name: 'Mine', kind: 'key', text: 'one', environment: '{}' } as const;

/** What comes over the wire, whichever route it goes to. */
type Body = PolicyContent & {
  readonly events: ProgressEvent[];
  readonly id: string;
  readonly revision?: number;
};

/** What the routes do, over maps. */
function fakeServer() {
  const events = new Map<string, ProgressEvent>();
  const policies = new Map<string, ServerPolicy>();
  const server = {
    events,
    policies,
    learner: null as string | null,
    isUp: true,
    refuse: new Set<string>(),
    writes: 0,
    conflicts: 0,
    async fetch(address: string, init: RequestInit = {}): Promise<Response> {
      if (!server.isUp) throw new TypeError('Failed to fetch');
      const [status, body] = server.answer(
        init.method ?? 'GET',
        address,
        JSON.parse(String(init.body ?? 'null')),
      );
      if (status === 409) server.conflicts += 1;
      return Response.json(body, { status });
    },
    answer(method: string, address: string, body: Body): [number, unknown] {
      if (method !== 'GET') server.writes += 1;
      if (method === 'POST') server.learner ??= 'learner-1';
      const { learner } = server;
      const [, , table, id = ''] = new URL(address, 'http://localhost').pathname.split('/');
      if (table === 'progress') {
        if (method === 'GET') return [200, { learner, events: learner ? [...events.values()] : [] }];
        const sent: ProgressEvent[] = body.events;
        const kept = sent.filter(({ subject }) => !server.refuse.has(subject));
        for (const event of kept) events.set(event.id, event);
        const refused = sent.filter((event) => !kept.includes(event));
        return [
          200,
          {
            learner,
            kept: kept.map((event) => event.id),
            refused: refused.map((event) => ({ id: event.id, code: 'goals_not_met', message: 'Not met.' })),
          },
        ];
      }
      if (method === 'GET') return [200, { learner, policies: learner ? [...policies.values()] : [] }];
      const current = policies.get(method === 'POST' ? body.id : id);
      if (method === 'POST' && current && !current.deleted) return [409, { error: {}, current }];
      if (method !== 'POST' && !current) return [404, { error: {} }];
      const seen =
        body?.revision ?? Number(new URL(address, 'http://localhost').searchParams.get('revision'));
      if (method !== 'POST' && current && current.revision !== seen) return [409, { error: {}, current }];
      const written: ServerPolicy = {
        ...content,
        ...current,
        ...body,
        revision: (current?.revision ?? 0) + 1,
        updatedAt: '2026-03-01T12:00:00.000Z',
        deleted: method === 'DELETE',
      };
      policies.set(written.id, written);
      return [200, { learner, policy: written }];
    },
  };
  return server;
}

let server: ReturnType<typeof fakeServer>;

beforeEach(() => {
  server = fakeServer();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('fetch', server.fetch);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  await syncNow();
  await closeBrowserDatabase();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const names = async () => (await listPolicies()).map(({ name }) => name).sort();
const states = async () => (await listPolicies()).map(({ state }) => state);

describe('progress', () => {
  it('is kept here at once and reaches the server', async () => {
    await recordProgress(passed);
    expect((await readProgress()).events).toMatchObject([passed]);
    await syncNow();
    expect([...server.events.values()]).toMatchObject([passed]);
    expect((await readProgress()).waiting).toBe(0);
  });

  it('does not tell that a lesson was opened twice', async () => {
    await recordProgress(opened);
    await recordProgress(opened);
    expect((await readProgress()).events).toHaveLength(1);
  });

  it('waits while the server cannot be reached, also over a reload', async () => {
    server.isUp = false;
    await recordProgress(passed);
    await syncNow();
    await closeBrowserDatabase();
    expect((await readProgress()).waiting).toBe(1);
    server.isUp = true;
    await syncNow();
    expect(server.events.size).toBe(1);
    expect((await readProgress()).waiting).toBe(0);
  });

  it('is sent again by itself after a while', async () => {
    server.isUp = false;
    await recordProgress(passed);
    await syncNow();
    server.isUp = true;
    vi.runOnlyPendingTimers();
    await syncNow();
    expect(server.events.size).toBe(1);
  });

  it('does not count what the server refused, and says why', async () => {
    server.refuse.add('who-is-root');
    await recordProgress(passed);
    await syncNow();
    const { events, refused, waiting } = await readProgress();
    expect({ events, waiting }).toEqual({ events: [], waiting: 0 });
    expect(refused).toMatchObject([{ ...passed, refused: 'Not met.' }]);
  });

  it('of another device appears here', async () => {
    await recordProgress(opened);
    await syncNow();
    const id = '1b4e28ba-2fa1-11d2-883f-0016d3cca427';
    server.events.set(id, { ...passed, id, at: '2026-03-01T12:00:00.000Z' });
    await syncNow();
    expect((await readProgress()).events).toHaveLength(2);
  });

  it('is sent anew to a server that does not know this browser any more', async () => {
    await recordProgress(passed);
    await createPolicy(content);
    await syncNow();
    server.events.clear();
    server.policies.clear();
    server.learner = null;
    await syncNow();
    await syncNow();
    expect(server.events.size).toBe(1);
    expect(server.policies.size).toBe(1);
  });
});

it('writes nothing to the server when there is nothing to keep', async () => {
  await syncNow();
  expect(server.writes).toBe(0);
});

describe('a policy', () => {
  it('is kept here at once and reaches the server', async () => {
    const { id } = await createPolicy(content);
    expect(await names()).toEqual(['Mine']);
    await syncNow();
    expect(server.policies.get(id)).toMatchObject(content);
    expect(await states()).toEqual(['synced']);
  });

  it('can be renamed, rewritten and deleted while offline', async () => {
    const policy = await createPolicy(content);
    await syncNow();
    server.isUp = false;
    await updatePolicy(policy.id, { name: 'New name' });
    const last = await updatePolicy(policy.id, { text: 'two' });
    await syncNow();
    server.isUp = true;
    await syncNow();
    expect(server.policies.get(policy.id)).toMatchObject({ name: 'New name', text: 'two' });
    await deletePolicy({ ...last, revision: 2 });
    await syncNow();
    expect(server.policies.get(policy.id)?.deleted).toBe(true);
    expect(await names()).toEqual([]);
  });

  it('comes back when its deletion is undone, before and after the server has heard of it', async () => {
    const policy = await createPolicy(content);
    await syncNow();
    const [kept] = await listPolicies();
    if (!kept) throw new Error('It was just kept.');
    await deletePolicy(kept);
    await restorePolicy(kept);
    await syncNow();
    await deletePolicy(kept);
    await syncNow();
    await restorePolicy(kept);
    await syncNow();
    expect(await names()).toEqual(['Mine']);
    expect(server.policies.get(policy.id)).toMatchObject({ deleted: false, text: 'one' });
  });

  it('is renamed, deleted and brought back without a conflict, though the page holds an older copy', async () => {
    const { id } = await createPolicy(content);
    await syncNow();
    const [seen] = await listPolicies();
    if (!seen) throw new Error('It was just kept.');
    await updatePolicy(id, { name: 'New name' });
    await syncNow();
    await deletePolicy(seen);
    await syncNow();
    expect(server.policies.get(id)).toMatchObject({ deleted: true, revision: 3 });
    await restorePolicy(seen);
    await syncNow();
    expect(server.policies.get(id)).toMatchObject({ deleted: false, revision: 4 });
    expect(await states()).toEqual(['synced']);
    expect(server.conflicts).toBe(0);
  });

  it('that was changed here and elsewhere is kept in both versions', async () => {
    const policy = await createPolicy(content);
    await syncNow();
    const before = server.policies.get(policy.id);
    if (!before) throw new Error('It was just uploaded.');
    server.policies.set(policy.id, { ...before, text: 'theirs', revision: 2 });
    await updatePolicy(policy.id, { text: 'ours' });
    await syncNow();
    await syncNow();
    const texts = [...server.policies.values()].map(({ name, text }) => `${name}: ${text}`);
    expect(texts.sort()).toEqual(['Mine (other device): theirs', 'Mine: ours']);
    expect(await names()).toEqual(['Mine', 'Mine (other device)']);
  });

  it('that another tab wrote in between is kept in both versions', async () => {
    const seen = await createPolicy(content);
    await updatePolicy(seen.id, { text: 'tab one' }, seen.version);
    await updatePolicy(seen.id, { text: 'tab two' }, seen.version);
    expect((await listPolicies()).map(({ name, text }) => `${name}: ${text}`).sort()).toEqual([
      'Mine (other tab): tab one',
      'Mine: tab two',
    ]);
  });

  it('that was deleted elsewhere goes away, unless it was changed here', async () => {
    const untouched = await createPolicy(content);
    const changed = await createPolicy({ ...content, name: 'Changed' });
    await syncNow();
    for (const [id, policy] of server.policies) {
      server.policies.set(id, { ...policy, text: '', revision: 2, deleted: true });
    }
    await updatePolicy(changed.id, { text: 'still mine' });
    await syncNow();
    expect(await names()).toEqual(['Changed']);
    expect(server.policies.get(changed.id)).toMatchObject({ text: 'still mine', deleted: false });
    expect(await (await browserDatabase()).get('policies', untouched.id)).toBeUndefined();
  });
});
