import type { Sourced } from './types.ts';

/** Limits of rotation. Days, unless the name says otherwise. */
export const rotationLimits = {
  periodMin: 90,
  periodMax: 2560,
  periodDefault: 365,
  /** AWS managed keys: every year, since May 2022 (before: 1,095 days). */
  awsManagedPeriod: 365,
  awsManagedPeriodBeforeMay2022: 1095,
  onDemandRotationsPerKey: 25,
  /** An on-demand rotation is a ConflictException this close to an automatic one. */
  conflictMinutes: 20,
  /** Rotations that add to the monthly price; later ones are free. */
  chargedRotations: 2,
  source: 'rotation',
} as const;

export interface RotatableRow extends Sourced {
  readonly automatic: 'byService' | 'never' | 'optional' | 'required';
  readonly onDemand: 'afterImport' | 'never' | 'yes';
  /** A new key behind the same alias. */
  readonly manual: boolean;
  /** Multi-Region: on the primary key alone. */
  readonly primaryOnly?: true;
}

/** Which keys can rotate, and how. */
export const rotationByKeyKind = {
  symmetric: { automatic: 'optional', onDemand: 'yes', manual: true, source: 'rotation' },
  symmetricImported: {
    automatic: 'never',
    onDemand: 'afterImport',
    manual: true,
    source: 'onDemandRotation',
  },
  multiRegionSymmetric: {
    automatic: 'optional',
    onDemand: 'yes',
    manual: true,
    primaryOnly: true,
    source: 'rotation',
  },
  multiRegionSymmetricImported: {
    automatic: 'never',
    onDemand: 'afterImport',
    manual: true,
    primaryOnly: true,
    source: 'onDemandRotation',
  },
  asymmetric: { automatic: 'never', onDemand: 'never', manual: true, source: 'rotation' },
  hmac: { automatic: 'never', onDemand: 'never', manual: true, source: 'rotation' },
  customKeyStore: { automatic: 'never', onDemand: 'never', manual: true, source: 'rotation' },
  awsManaged: { automatic: 'required', onDemand: 'never', manual: false, source: 'rotation' },
  awsOwned: { automatic: 'byService', onDemand: 'never', manual: false, source: 'rotation' },
} as const satisfies Record<string, RotatableRow>;
