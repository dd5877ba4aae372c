import { describe, expect, it } from 'vitest';
import { unpackState } from '@/lib/model/share-link.ts';
import { checkPolicy, findingCatalog } from '@/simulator/index.ts';
import { findingSummaries, readFindingPage } from './findings.ts';

const codesOf = (...args: Parameters<typeof checkPolicy>) => checkPolicy(...args).map(({ code }) => code);

describe.each(findingCatalog.map(({ code }) => code))('%s', (code) => {
  it('has a page with a policy that raises it and one that does not', async () => {
    const page = await readFindingPage(code);
    expect(codesOf(page?.avoid.text ?? '', page?.options ?? { kind: 'key' })).toContain(code);
    expect(codesOf(page?.prefer.text ?? '', page?.prefer.options ?? { kind: 'key' })).not.toContain(code);
    // The same policy can be right where something else is known of the key.
    expect([page?.prefer.text, page?.prefer.known]).not.toEqual([page?.avoid.text, page?.avoid.known]);
    expect(page?.note.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('opens in the playground with that very policy', async () => {
    const page = await readFindingPage(code);
    if (page?.kind === 'resource') {
      expect(page.tryHref).toBeNull();
      return;
    }
    const opened = await unpackState(page?.tryHref?.split('#')[1] ?? '');
    const state = opened.ok ? opened.state : null;
    expect(state?.documents.some(({ kind, text }) => kind === page?.kind && text === page?.avoid.text)).toBe(
      true,
    );
  });
});

it('every finding is listed, with words of its own', () => {
  expect(new Set(findingSummaries.map(({ code }) => code)).size).toBe(findingCatalog.length);
  expect(findingSummaries.filter(({ title }) => title.length < 5)).toEqual([]);
});

it('another code has no page', async () => {
  expect(await readFindingPage('NO_SUCH_FINDING')).toBeUndefined();
  expect(await readFindingPage('../kms-lockout')).toBeUndefined();
});
