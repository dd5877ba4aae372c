import type { LocalPolicy, PolicyContent } from '@/lib/model/saved-policy.ts';
import { announceChange } from './changes.ts';
import { browserDatabase } from './database.ts';
import { syncNow } from './sync.ts';

/** The policies kept here, the last written first; deleted ones are left out. */
export async function listPolicies(): Promise<LocalPolicy[]> {
  const all = await (await browserDatabase()).getAll('policies');
  const kept = all.filter(({ state }) => state !== 'deleted');
  return kept.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** How many changes to policies still wait for their upload. */
export async function countUnsentPolicies(): Promise<number> {
  const all = await (await browserDatabase()).getAll('policies');
  return all.filter(({ state }) => state !== 'synced').length;
}

/** One policy, or undefined when this browser has none under this id. */
export async function openPolicy(id: string): Promise<LocalPolicy | undefined> {
  const policy = await (await browserDatabase()).get('policies', id);
  return policy?.state === 'deleted' ? undefined : policy;
}

/** Keeps a new policy. */
export function createPolicy(content: PolicyContent): Promise<LocalPolicy> {
  return keep({ ...content, ...stamp(), id: crypto.randomUUID(), revision: 0, state: 'changed' });
}

/**
 * Writes over a policy; renaming is a change of the name alone. `seen` is the `version` the change was made from: if
 * another tab wrote in between, its text stays as a policy of its own beside this one.
 */
export async function updatePolicy(
  id: string,
  change: Partial<PolicyContent>,
  seen?: string,
): Promise<LocalPolicy> {
  const database = await browserDatabase();
  const work = database.transaction('policies', 'readwrite');
  const before = await work.store.get(id);
  if (!before || before.state === 'deleted') {
    await work.done;
    throw new Error('This policy is no longer kept here. Save it as a new one.');
  }
  const changesText = change.text !== undefined || change.environment !== undefined;
  if (seen !== undefined && before.version !== seen && changesText && before.text !== change.text) {
    const name = `${before.name.slice(0, 100)} (other tab)`;
    await work.store.put({
      ...before,
      ...stamp(),
      name,
      id: crypto.randomUUID(),
      revision: 0,
      state: 'changed',
    });
  }
  const after: LocalPolicy = { ...before, ...change, ...stamp(), state: 'changed' };
  await work.store.put(after);
  await work.done;
  changed();
  return after;
}

/** Deletes a policy here at once and on the server as soon as it can be reached. */
export async function deletePolicy(policy: LocalPolicy): Promise<void> {
  await keep({ ...policy, ...stamp(), state: 'deleted' });
}

/** Undoes a deletion. */
export async function restorePolicy(policy: LocalPolicy): Promise<void> {
  await keep({ ...policy, version: crypto.randomUUID(), state: 'changed' });
}

/**
 * Writes a policy as the page has it. The server's revision is taken from what is kept here: an exchange may have
 * moved it on since the page was drawn. Of a policy that is no longer kept here the server has none, or a deleted one.
 */
async function keep(policy: LocalPolicy): Promise<LocalPolicy> {
  const work = (await browserDatabase()).transaction('policies', 'readwrite');
  const revision = (await work.store.get(policy.id))?.revision ?? 0;
  const kept = { ...policy, revision };
  await work.store.put(kept);
  await work.done;
  changed();
  return kept;
}

function changed(): void {
  announceChange();
  void syncNow();
}

function stamp() {
  return { version: crypto.randomUUID(), updatedAt: new Date().toISOString() };
}
