import type { Sourced } from './types.ts';

/** US dollars, in the commercial Regions. */
export interface RequestPrice extends Sourced {
  readonly per10000: number;
  readonly freeTier: boolean;
}

/** Keeping keys. A key scheduled for deletion costs nothing while it waits, unless that is cancelled. */
const storagePrices = {
  customerManagedKeyPerMonth: 1,
  /** The first and the second rotation each add this for every month; later ones add nothing. */
  rotationPerMonth: 1,
  chargedRotations: 2,
  awsManagedKeyPerMonth: 0,
  awsOwnedKeyPerMonth: 0,
  source: 'pricing',
} as const;

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
  const charged = Math.min(Math.max(rotations, 0), storagePrices.chargedRotations);
  return storagePrices.customerManagedKeyPerMonth + charged * storagePrices.rotationPerMonth;
}
