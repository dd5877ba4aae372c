import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ProgressEvent } from '@/lib/model/progress.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';

/** A progress event as this browser keeps it; `refused` holds the server's reason not to record it. */
export type LocalEvent = ProgressEvent & { readonly refused?: string };

interface Tables extends DBSchema {
  /** Unsaved work, by an id the page chooses. */
  drafts: { key: string; value: unknown };
  events: { key: string; value: LocalEvent };
  /** Ids of the events that the server has not acknowledged yet. */
  outbox: { key: string; value: { readonly id: string } };
  policies: { key: string; value: LocalPolicy };
  /** Small facts about this browser's copy, such as the learner it was last joined with. */
  facts: { key: string; value: string };
}

export type BrowserDatabase = IDBPDatabase<Tables>;

const NAME = 'kms-playground';
const VERSION = 1;

let opened: Promise<BrowserDatabase> | undefined;

/**
 * This origin's IndexedDB, opened once per page. Rejects where the browser allows no storage; the next call
 * tries again, because a reader may lift the restriction without reloading.
 */
export function browserDatabase(): Promise<BrowserDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Closes the connection, as a page does when it is left. */
export async function closeBrowserDatabase(): Promise<void> {
  const database = await opened;
  opened = undefined;
  database?.close();
}

function open(): Promise<BrowserDatabase> {
  return openDB<Tables>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('drafts');
      database.createObjectStore('events', { keyPath: 'id' });
      database.createObjectStore('outbox', { keyPath: 'id' });
      database.createObjectStore('policies', { keyPath: 'id' });
      database.createObjectStore('facts');
    },
    // A tab left open must not hold up a newer version of the site in another tab.
    blocking: () => void closeBrowserDatabase(),
    terminated: () => {
      opened = undefined;
    },
  });
}
