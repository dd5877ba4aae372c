import type { Sourced } from './types.ts';

/** US dollars, in the commercial Regions. */
export interface RequestPrice extends Sourced {
  readonly per10000: number;
  readonly freeTier: boolean;
}

/** US dollars for every month, for each key or rotation. */
interface StoragePrice extends Sourced {
  readonly perMonth: number;
}

/**
 * Keeping keys. A key scheduled for deletion costs nothing while it waits, unless that is cancelled. AWS owned keys are
 * on nobody's bill.
 */
export const storagePrices = {
  customerManagedKey: { perMonth: 1, source: 'pricing' },
  /** The first and the second rotation of a customer managed key; later ones add nothing. */
  rotation: { perMonth: 1, source: 'pricing' },
  laterRotation: { perMonth: 0, source: 'pricing' },
  awsManagedKey: { perMonth: 0, source: 'pricing' },
} as const satisfies Record<string, StoragePrice>;

/** How many rotations of a key are charged. */
export const chargedRotations = 2;

/** Requests. What ML-KEM operations cost is not known. */
export const requestPrices = {
  symmetricAndManagement: { per10000: 0.03, freeTier: true, source: 'pricing' },
  asymmetricRsa2048: { per10000: 0.03, freeTier: false, source: 'pricing' },
  asymmetricOther: { per10000: 0.15, freeTier: false, source: 'pricing' },
  dataKeyPairEcc: { per10000: 0.1, freeTier: false, source: 'pricing' },
  dataKeyPairRsa: { per10000: 12, freeTier: false, source: 'pricing' },
} as const satisfies Record<string, RequestPrice>;

/** Requests free each month, for an account, over all Regions together. */
export const freeRequestsPerMonth = 20_000;

/** What a customer managed key costs for a whole month, by how often it has been rotated. */
export function keyPricePerMonth(rotations: number): number {
  const charged = Math.min(Math.max(rotations, 0), chargedRotations);
  return storagePrices.customerManagedKey.perMonth + charged * storagePrices.rotation.perMonth;
}
