import type { ProgressEvent } from '@/lib/model/progress.ts';
import { announceChange } from './changes.ts';
import { browserDatabase, type LocalEvent } from './database.ts';
import { syncNow } from './sync.ts';

type WithoutStamp<E> = E extends ProgressEvent ? Omit<E, 'id' | 'at'> : never;

/** What happened, without the id and the time that recording it adds. */
export type NewEvent = WithoutStamp<ProgressEvent>;

/**
 * Records what the learner did in this browser, and sends it as soon as the server can be reached. Opening a lesson
 * again is no news. Rejects where the browser allows no storage.
 */
export async function recordProgress(event: NewEvent): Promise<void> {
  const database = await browserDatabase();
  const work = database.transaction(['events', 'outbox'], 'readwrite');
  const known = await work.objectStore('events').getAll();
  const isNews = event.kind !== 'lesson-opened' || !known.some(({ subject }) => subject === event.subject);
  if (isNews) {
    const id = crypto.randomUUID();
    await work.objectStore('events').put({ ...event, id, at: new Date().toISOString() });
    await work.objectStore('outbox').put({ id });
  }
  await work.done;
  if (!isNews) return;
  announceChange();
  void syncNow();
}

export interface KeptProgress {
  readonly events: readonly ProgressEvent[];
  /** Events that the server did not accept, each with its reason. */
  readonly refused: readonly LocalEvent[];
  /** How many events still wait for their upload. */
  readonly waiting: number;
}

/** Everything this browser knows about the learner's progress. */
export async function readProgress(): Promise<KeptProgress> {
  const database = await browserDatabase();
  const all = await database.getAll('events');
  return {
    events: all.filter(({ refused }) => refused === undefined),
    refused: all.filter(({ refused }) => refused !== undefined),
    waiting: await database.count('outbox'),
  };
}
