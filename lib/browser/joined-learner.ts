import type { BrowserDatabase } from './database.ts';

/**
 * Notes whom the server takes this browser for. When that is somebody new (the cookie was cleared, the database
 * was replaced), the server has nothing of ours: everything kept here waits for its upload again.
 */
export async function meetLearner(database: BrowserDatabase, learner: string | null): Promise<void> {
  const work = database.transaction(['facts', 'events', 'outbox', 'policies'], 'readwrite');
  const known = (await work.objectStore('facts').get('learner')) ?? null;
  if (known !== learner) {
    if (learner === null) await work.objectStore('facts').delete('learner');
    else await work.objectStore('facts').put(learner, 'learner');
    for (const { id, refused } of await work.objectStore('events').getAll()) {
      if (refused === undefined) await work.objectStore('outbox').put({ id });
    }
    for (const policy of await work.objectStore('policies').getAll()) {
      if (policy.state === 'deleted') await work.objectStore('policies').delete(policy.id);
      else await work.objectStore('policies').put({ ...policy, revision: 0, state: 'changed' });
    }
  }
  await work.done;
}
