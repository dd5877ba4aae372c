import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rsaFromSeed } from '@/simulator/index.ts';
import type { RsaQuestion } from './generate-rsa.worker.ts';

// The search is a short one with this seed.
const seed = new Uint8Array(createHash('shake256', { outputLength: 48 }).update('RSA 7').digest());
const fromWorker = Uint8Array.of(1, 2, 3);

/** A worker that answers, or cannot be loaded. */
function fakeWorker(answers: boolean) {
  const asked: RsaQuestion[] = [];
  const ended = vi.fn();
  class FakeWorker extends EventTarget {
    readonly terminate = ended;
    postMessage(question: RsaQuestion) {
      asked.push(question);
      const event = answers ? new MessageEvent('message', { data: fromWorker }) : new Event('error');
      queueMicrotask(() => this.dispatchEvent(event));
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  return { asked, ended };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('./generate-rsa.ts')).generateRsa;

it('asks a worker on a page, and for each seed only once', async () => {
  vi.stubGlobal('document', {});
  const { asked, ended } = fakeWorker(true);
  const generateRsa = await load();
  expect(await generateRsa(2048, seed)).toEqual(fromWorker);
  expect(await generateRsa(2048, seed)).toEqual(fromWorker);
  expect(asked).toEqual([{ bits: 2048, seed }]);
  expect(ended).toHaveBeenCalledOnce();
  await generateRsa(3072, seed);
  expect(asked).toHaveLength(2);
});

it('searches by itself in a worker', async () => {
  const { asked } = fakeWorker(true);
  const generateRsa = await load();
  expect(await generateRsa(2048, seed)).toEqual(await rsaFromSeed(2048, seed));
  expect(asked).toEqual([]);
});

it('searches by itself when no worker can be loaded', async () => {
  vi.stubGlobal('document', {});
  fakeWorker(false);
  const generateRsa = await load();
  expect(await generateRsa(2048, seed)).toEqual(await rsaFromSeed(2048, seed));
});
