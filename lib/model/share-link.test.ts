import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAccount } from './account.ts';
import { emptyRequest, type PlaygroundState } from './playground.ts';
import { isStateLink, packState, unpackState } from './share-link.ts';

const key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const stateWith = (text: string): PlaygroundState => ({
  version: 2,
  scenario: 'test',
  world: { accounts: [], organization: null, identities: [], keys: [{ arn: key }] },
  documents: [{ id: 'key-policy', kind: 'key', name: 'Key policy', text, disabled: [] }],
  request: { ...emptyRequest, key, resource: key },
  savedRequests: [],
  baseline: null,
  account: emptyAccount,
});

async function packJson(json: string): Promise<string> {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#v1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
}

describe('a link', () => {
  it('brings back any state, whatever its texts are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        const link = await packState(stateWith(text));
        expect(link).toMatch(/^v1\.[\w-]+$/);
        expect(await unpackState(`#${link}`)).toEqual({ ok: true, state: stateWith(text) });
      }),
      { numRuns: 40 },
    );
  });

  it('is told apart from other fragments', () => {
    expect(isStateLink('#v1.abc')).toBe(true);
    expect(isStateLink('#lab')).toBe(false);
    expect(isStateLink('')).toBe(false);
  });

  it('never opens as something else when it was cut or changed', async () => {
    const link = `#${await packState(stateWith('{ "Version": "2012-10-17" }'.repeat(9)))}`;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: link.length - 1 }), async (end) => {
        expect(await unpackState(link.slice(0, end))).toMatchObject({ ok: false, problem: 'damaged' });
      }),
    );
    expect(await unpackState(`${link.slice(0, 40)}%20${link.slice(40)}`)).toMatchObject({
      problem: 'damaged',
    });
  });

  it('says when it is of a later version, and keeps the text where there is one', async () => {
    expect(await unpackState('#v2.abc')).toEqual({ ok: false, problem: 'tooNew', text: null });
    expect(await unpackState('#v0.abc')).toEqual({ ok: false, problem: 'unknown', text: null });
    const later = JSON.stringify({ ...stateWith('{}'), version: 3 });
    expect(await unpackState(await packJson(later))).toEqual({ ok: false, problem: 'tooNew', text: later });
    expect(await unpackState(await packJson('[]'))).toEqual({ ok: false, problem: 'damaged', text: '[]' });
  });
});
