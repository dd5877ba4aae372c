import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeBrowserDatabase } from './database.ts';
import { dropDraft, readDraft, writeDraft } from './store.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(async () => {
  await closeBrowserDatabase();
  vi.unstubAllGlobals();
});

describe('drafts', () => {
  it('are undefined before anything was written', async () => {
    expect(await readDraft('lesson:who-is-root')).toBeUndefined();
  });

  it('come back as they were written, each under its own id', async () => {
    await writeDraft('playground', { policy: '{ "Statement": [] }', pane: 'key' });
    await writeDraft('lesson:who-is-root', '{}');
    expect(await readDraft('playground')).toEqual({ policy: '{ "Statement": [] }', pane: 'key' });
    expect(await readDraft('lesson:who-is-root')).toBe('{}');
  });

  it('keep the last version', async () => {
    await writeDraft('playground', 'one');
    await writeDraft('playground', 'two');
    expect(await readDraft('playground')).toBe('two');
  });

  it('survive a reload of the page', async () => {
    await writeDraft('playground', 'kept');
    await closeBrowserDatabase();
    expect(await readDraft('playground')).toBe('kept');
  });

  it('can be dropped, also when there is none', async () => {
    await writeDraft('playground', 'gone');
    await dropDraft('playground');
    await dropDraft('playground');
    expect(await readDraft('playground')).toBeUndefined();
  });
});

describe('a browser that allows no storage', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });

  it('reads no draft, so that the page still opens', async () => {
    expect(await readDraft('playground')).toBeUndefined();
  });

  it('says so when something is written', async () => {
    await expect(writeDraft('playground', 'x')).rejects.toThrow('insecure');
  });

  it('is asked again once storage is allowed', async () => {
    await readDraft('playground');
    vi.stubGlobal('indexedDB', new IDBFactory());
    await writeDraft('playground', 'x');
    expect(await readDraft('playground')).toBe('x');
  });
});
