/* Finds one RSA key beside the page. */
import { type RsaBits, rsaFromSeed } from '@/simulator/index.ts';

export interface RsaQuestion {
  readonly bits: RsaBits;
  readonly seed: Uint8Array;
}

/** The private key, PKCS#8, DER. */
export type RsaAnswer = Uint8Array;

self.addEventListener('message', async ({ data: { bits, seed } }: MessageEvent<RsaQuestion>) => {
  self.postMessage(await rsaFromSeed(bits, seed));
});
