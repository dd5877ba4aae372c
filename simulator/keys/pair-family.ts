import type { Randomness } from './types.ts';

/** What the families of asymmetric keys have in common. Keys are in the form that PKCS#8 and SPKI wrap. */
export interface PairFamily {
  /** A new private key. */
  readonly generate: (randomness: Randomness) => Promise<Uint8Array | undefined>;
  /** The private key in its one canonical form, with its public key; undefined if it is not valid. */
  readonly complete: (
    privateKey: Uint8Array,
  ) => { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array } | undefined;
}
