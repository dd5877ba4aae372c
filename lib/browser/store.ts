import { browserDatabase } from './database.ts';

/** What was last written under this id, or undefined: also where the browser allows no storage. */
export async function readDraft(id: string): Promise<unknown> {
  try {
    return await (await browserDatabase()).get('drafts', id);
  } catch {
    // A page must open without its draft; writing is where the reader is told that nothing can be kept.
    return undefined;
  }
}

/** Keeps a draft (anything structured cloning takes) in this browser. Rejects where nothing can be stored. */
export async function writeDraft(id: string, value: unknown): Promise<void> {
  await (await browserDatabase()).put('drafts', value, id);
}

/** Forgets a draft; one that is not there is no error. */
export async function dropDraft(id: string): Promise<void> {
  await (await browserDatabase()).delete('drafts', id);
}
