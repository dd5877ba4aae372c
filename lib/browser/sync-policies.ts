import {
  fromServer,
  joinPolicies,
  type LocalPolicy,
  type PolicyContent,
  type ServerPolicy,
  sameContent,
} from '@/lib/model/saved-policy.ts';
import { callApi, errorOf, type Reply, Unreachable } from './api.ts';
import { type BrowserDatabase, browserDatabase } from './database.ts';
import { meetLearner } from './joined-learner.ts';

/** Joins this browser's policies with the server's, then sends what was changed here. */
export async function syncPolicies(): Promise<void> {
  const database = await browserDatabase();
  const reply = await callApi('GET', 'policies');
  if (reply.status !== 200) throw new Unreachable(errorOf(reply));
  const { learner, policies } = reply.body as { learner: string | null; policies: ServerPolicy[] };
  await meetLearner(database, learner);
  const work = database.transaction('policies', 'readwrite');
  const joined = joinPolicies(await work.store.getAll(), policies);
  await work.store.clear();
  for (const policy of joined) await work.store.put(policy);
  await work.done;
  for (const policy of joined) if (policy.state !== 'synced') await upload(database, policy);
}

async function upload(database: BrowserDatabase, policy: LocalPolicy): Promise<void> {
  if (policy.state === 'deleted' && policy.revision === 0) return settle(database, policy, null);
  const reply = await send(policy);
  const {
    learner,
    policy: written,
    current,
  } = reply.body as {
    learner?: string;
    policy?: ServerPolicy;
    current?: ServerPolicy;
  };
  if (written) {
    if (policy.revision === 0 && learner) await meetLearner(database, learner);
    return settle(database, policy, written.deleted ? null : written);
  }
  if (reply.status === 404) {
    if (policy.state === 'deleted') return settle(database, policy, null);
    return upload(database, { ...policy, revision: 0 });
  }
  if (!current) throw new Unreachable(errorOf(reply));
  // Deleted here and changed there: the change is worth more.
  if (policy.state === 'deleted') return settle(database, policy, current.deleted ? null : current);
  if (!current.deleted && !sameContent(policy, current)) await keepBeside(database, current);
  return upload(database, { ...policy, revision: current.revision });
}

function send(policy: LocalPolicy): Promise<Reply> {
  const { id, revision } = policy;
  if (policy.state === 'deleted') return callApi('DELETE', `policies/${id}?revision=${revision}`);
  const content = contentOf(policy);
  return revision === 0
    ? callApi('POST', 'policies', { id, ...content })
    : callApi('PATCH', `policies/${id}`, { ...content, revision });
}

/** Notes what the server has now, unless the reader wrote again while it was asked: that waits for its own turn. */
async function settle(
  database: BrowserDatabase,
  sent: LocalPolicy,
  written: ServerPolicy | null,
): Promise<void> {
  const work = database.transaction('policies', 'readwrite');
  const now = await work.store.get(sent.id);
  if (!now || now.version === sent.version) {
    if (written) await work.store.put({ ...fromServer(written), version: sent.version });
    else await work.store.delete(sent.id);
  } else {
    await work.store.put({ ...now, revision: written?.revision ?? 0 });
  }
  await work.done;
}

/** Both versions are kept: the one from elsewhere becomes a policy of its own. */
async function keepBeside(database: BrowserDatabase, theirs: ServerPolicy): Promise<void> {
  await database.put('policies', {
    ...contentOf(theirs),
    name: `${theirs.name.slice(0, 100)} (other device)`,
    id: crypto.randomUUID(),
    revision: 0,
    version: crypto.randomUUID(),
    updatedAt: theirs.updatedAt,
    state: 'changed',
  });
}

function contentOf({ name, kind, text, environment }: PolicyContent): PolicyContent {
  return { name, kind, text, environment };
}
