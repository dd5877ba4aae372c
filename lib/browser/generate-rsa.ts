/*
 * RSA keys for a world in a page. Searching for primes takes seconds, so a worker does it. It is the simulator's own
 * search and not WebCrypto's, which takes no seed: a page carries a world's steps out again, and a ciphertext that an
 * earlier step was given must open again then.
 */
import { type GenerateRsa, rsaFromSeed } from '@/simulator/index.ts';
import type { RsaAnswer, RsaQuestion } from './generate-rsa.worker.ts';

const kept = 64;
const made = new Map<string, Promise<Uint8Array>>();

/** The key of a seed; on the page's own thread only where there can be no worker. Steps made again do not search again. */
export const generateRsa: GenerateRsa = (bits, seed) => {
  const name = `${bits}/${seed}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const [oldest] = made.keys();
  if (made.size >= kept && oldest !== undefined) made.delete(oldest);
  const key = generate(bits, seed);
  made.set(name, key);
  key.catch(() => made.delete(name));
  return key;
};

const generate: GenerateRsa = async (bits, seed) => {
  // A worker that has a world of its own is off the page's thread already.
  if (typeof document === 'undefined' || typeof Worker === 'undefined') return rsaFromSeed(bits, seed);
  return (await askWorker({ bits, seed })) ?? rsaFromSeed(bits, seed);
};

/** Undefined if the worker could not be loaded. */
function askWorker(question: RsaQuestion): Promise<RsaAnswer | undefined> {
  const worker = new Worker(new URL('./generate-rsa.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<RsaAnswer | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RsaAnswer>) => resolve(data));
    worker.addEventListener('error', () => resolve(undefined));
    worker.postMessage(question);
  });
  return answer.finally(() => worker.terminate());
}
