/*
 * Drafts of the playground. Every write names the revision that it was made from and is refused when another tab has
 * written since: then the writer keeps its own as a copy. Nothing is ever written over unseen.
 */
import { browserDatabase } from './database.ts';

const copyPrefix = 'playground:copy:';

/** What is kept under one id; `state` is read by `readPlayground`. */
export interface DraftRecord {
  readonly state: unknown;
  /** Changes with every write; empty for what an earlier version of the site kept. */
  readonly revision: string;
  readonly updatedAt: string;
  /** Copies: what the reader sees it by. */
  readonly name?: string;
}

export interface KeptCopy {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const revisionOf = (value: unknown): string =>
  isObject(value) && typeof value.revision === 'string' ? value.revision : '';

/** What is kept under an id, with its revision. Earlier versions kept the bare state. Null where nothing is. */
export async function openDraft(id: string): Promise<DraftRecord | null> {
  try {
    const value: unknown = await (await browserDatabase()).get('drafts', id);
    if (!isObject(value)) return null;
    const { state = value, updatedAt, name } = value;
    return {
      state,
      revision: revisionOf(value),
      updatedAt: typeof updatedAt === 'string' ? updatedAt : '',
      ...(typeof name === 'string' && { name }),
    };
  } catch {
    // A page must open without its draft; writing is where the reader is told that nothing can be kept.
    return null;
  }
}

/**
 * Keeps a draft if nobody has written since `seen`. Gives the new revision, or null when somebody has. Rejects where
 * nothing can be stored.
 */
export async function keepDraft(
  id: string,
  record: Readonly<Record<string, unknown>>,
  seen: string,
): Promise<string | null> {
  const work = (await browserDatabase()).transaction('drafts', 'readwrite');
  const before: unknown = await work.store.get(id);
  if (before !== undefined && revisionOf(before) !== seen) {
    await work.done;
    return null;
  }
  const revision = crypto.randomUUID();
  await work.store.put({ ...record, revision, updatedAt: new Date().toISOString() }, id);
  await work.done;
  announce(id, revision);
  return revision;
}

/** The id that a new copy is kept under. */
export const newCopyId = (): string => `${copyPrefix}${crypto.randomUUID()}`;

/** The copies kept here, the last written first. */
export async function listCopies(): Promise<readonly KeptCopy[]> {
  const range = IDBKeyRange.bound(copyPrefix, `${copyPrefix}\uffff`);
  const store = (await browserDatabase()).transaction('drafts').store;
  const copies: KeptCopy[] = [];
  for await (const { key, value } of store.iterate(range)) {
    const record = isObject(value) ? value : {};
    copies.push({ id: key, name: String(record.name ?? ''), updatedAt: String(record.updatedAt ?? '') });
  }
  return copies.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

const channelName = 'kms-playground-drafts';

/** A draft that another tab has just written. */
export interface DraftNews {
  readonly id: string;
  readonly revision: string;
}

/** What this page wrote itself is no news to it. */
const ours = new Set<string>();

function announce(id: string, revision: string): void {
  ours.add(revision);
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ id, revision } satisfies DraftNews);
  channel.close();
}

/** Calls back when another tab has written a draft, until the returned function is called. */
export function onDraftWritten(listener: (news: DraftNews) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<DraftNews>) => {
    if (!ours.has(data.revision)) listener(data);
  };
  return () => channel.close();
}
