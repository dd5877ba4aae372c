import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeBrowserDatabase } from '@/lib/browser/database.ts';
import { listCopies, openDraft } from '@/lib/browser/playground-drafts.ts';
import { writeDraft } from '@/lib/browser/store.ts';
import { emptyAccount } from '@/lib/model/account.ts';
import { emptyRequest, type PlaygroundState } from '@/lib/model/playground.ts';
import { DraftKeeper } from './draft-keeper.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(async () => {
  await closeBrowserDatabase();
  vi.unstubAllGlobals();
});

const place = 'playground:lockout';
const stateWith = (text: string): PlaygroundState => ({
  version: 2,
  scenario: 'lockout',
  world: { accounts: [], organization: null, identities: [], keys: [{ arn: 'arn' }] },
  documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text, disabled: [] }],
  request: emptyRequest,
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
});

function openTab() {
  const copied: string[] = [];
  let failures = 0;
  const keeper = new DraftKeeper({
    onKept: () => undefined,
    onFailed: () => {
      failures += 1;
    },
    onCopied: (_, { id }) => copied.push(id),
  });
  return {
    copied,
    keeper,
    failures: () => failures,
    write: (text: string) =>
      keeper.keep({ place, state: stateWith(text), beside: {}, copyName: 'Lockout (this tab)' }),
    open: async () => keeper.opened(place, (await openDraft(place))?.revision ?? ''),
  };
}

const kept = async (id: string) => (await openDraft(id))?.state;

describe('a draft', () => {
  it('is kept on every change', async () => {
    const tab = openTab();
    await tab.open();
    await tab.write('one');
    await tab.write('two');
    expect(await kept(place)).toEqual(stateWith('two'));
    expect(tab.copied).toEqual([]);
  });

  it('ends as typed last, however fast', async () => {
    const tab = openTab();
    await Promise.all(['a', 'ab', 'abc', 'abcd'].map(tab.write));
    expect(await kept(place)).toEqual(stateWith('abcd'));
  });

  it('of an earlier version of the site is opened and written on', async () => {
    await writeDraft(place, stateWith('bare'));
    const tab = openTab();
    await tab.open();
    expect(await kept(place)).toEqual(stateWith('bare'));
    await tab.write('next');
    expect(await kept(place)).toEqual(stateWith('next'));
  });

  it('that another tab has changed stays as it is, and this tab’s work becomes a copy', async () => {
    const [one, two] = [openTab(), openTab()];
    await one.write('before');
    await two.open();
    await one.write('one');
    await two.write('two');
    await two.write('two, and more');
    await one.write('one, and more');
    expect(await kept(place)).toEqual(stateWith('one, and more'));
    const [copy] = await listCopies();
    expect(two.copied).toEqual([copy?.id]);
    expect(copy?.name).toBe('Lockout (this tab)');
    expect(await kept(copy?.id ?? '')).toEqual(stateWith('two, and more'));
    expect(one.copied).toEqual([]);
  });

  it('that was not read is not written over', async () => {
    const [one, two] = [openTab(), openTab()];
    await one.write('one');
    await two.write('two');
    expect(await kept(place)).toEqual(stateWith('one'));
    expect(two.copied).toHaveLength(1);
  });

  it('that cannot be kept is told of', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const tab = openTab();
    await tab.write('one');
    expect(tab.failures()).toBe(1);
  });
});
