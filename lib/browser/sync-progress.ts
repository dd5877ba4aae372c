import {
  EVENTS_PER_UPLOAD,
  mergeEvents,
  type ProgressEvent,
  type UploadAnswer,
} from '@/lib/model/progress.ts';
import { callApi, errorOf } from './api.ts';
import { type BrowserDatabase, browserDatabase, type LocalEvent } from './database.ts';
import { meetLearner } from './joined-learner.ts';

/** Kept well below what the server reads at once. */
const BATCH_LENGTH = 500_000;

/** Sends what waits, until nothing does. Throws `Unreachable` when it must be tried again later. */
export async function uploadProgress(): Promise<void> {
  const database = await browserDatabase();
  let most = EVENTS_PER_UPLOAD;
  for (
    let batch = await nextBatch(database, most);
    batch.length > 0;
    batch = await nextBatch(database, most)
  ) {
    const reply = await callApi('POST', 'progress', { events: batch.map(withoutRefusal) });
    if (reply.status === 200) {
      const { learner, kept, refused } = reply.body as UploadAnswer;
      await meetLearner(database, learner);
      await settle(database, kept, refused);
    } else if (batch.length > 1) {
      // One of them is unacceptable: sent one by one, it holds up none of the others.
      most = 1;
    } else {
      await settle(
        database,
        [],
        batch.map(({ id }) => ({ id, message: errorOf(reply) })),
      );
    }
  }
}

/** Adds what the server knows and this browser does not. */
export async function downloadProgress(): Promise<void> {
  const database = await browserDatabase();
  const reply = await callApi('GET', 'progress');
  if (reply.status !== 200) return;
  const { learner, events } = reply.body as { learner: string | null; events: ProgressEvent[] };
  await meetLearner(database, learner);
  const work = database.transaction('events', 'readwrite');
  for (const event of mergeEvents(await work.store.getAll(), events)) await work.store.put(event);
  await work.done;
}

async function nextBatch(database: BrowserDatabase, most: number): Promise<LocalEvent[]> {
  const work = database.transaction(['events', 'outbox'], 'readwrite');
  const batch: LocalEvent[] = [];
  let length = 0;
  for (const id of await work.objectStore('outbox').getAllKeys(undefined, most)) {
    const event = await work.objectStore('events').get(id);
    if (!event) {
      await work.objectStore('outbox').delete(id);
      continue;
    }
    length += JSON.stringify(event).length;
    if (batch.length > 0 && length > BATCH_LENGTH) break;
    batch.push(event);
  }
  await work.done;
  return batch;
}

async function settle(
  database: BrowserDatabase,
  kept: readonly string[],
  refused: readonly { readonly id: string; readonly message: string }[],
): Promise<void> {
  const work = database.transaction(['events', 'outbox'], 'readwrite');
  for (const id of kept) await work.objectStore('outbox').delete(id);
  for (const { id, message } of refused) {
    const event = await work.objectStore('events').get(id);
    if (event) await work.objectStore('events').put({ ...event, refused: message });
    await work.objectStore('outbox').delete(id);
  }
  await work.done;
}

function withoutRefusal({ refused: _, ...event }: LocalEvent): ProgressEvent {
  return event;
}
