/* The states of a key and what leads from one to the next, as far as it concerns this key. */
import type { KeyView } from '@/lib/model/account-view.ts';
import type { KeyState, OperationName } from '@/simulator/catalog/types.ts';

export interface Transition {
  readonly from: KeyState;
  readonly to: KeyState | 'Deleted';
  /** Null: it comes about by itself. */
  readonly operation: OperationName | null;
  readonly label: string;
}

const always: readonly Transition[] = [
  { from: 'Enabled', to: 'Disabled', operation: 'DisableKey', label: 'Disable' },
  { from: 'Disabled', to: 'Enabled', operation: 'EnableKey', label: 'Enable' },
  { from: 'PendingDeletion', to: 'Disabled', operation: 'CancelKeyDeletion', label: 'Cancel the deletion' },
  { from: 'PendingDeletion', to: 'Deleted', operation: null, label: 'The waiting period ends' },
];

const toDeletion = (from: KeyState, to: KeyState): Transition => ({
  from,
  to,
  operation: 'ScheduleKeyDeletion',
  label: 'Schedule deletion',
});

const imported: readonly Transition[] = [
  { from: 'PendingImport', to: 'Enabled', operation: 'ImportKeyMaterial', label: 'Import key material' },
  {
    from: 'Enabled',
    to: 'PendingImport',
    operation: 'DeleteImportedKeyMaterial',
    label: 'Delete or expire material',
  },
  {
    from: 'PendingImport',
    to: 'PendingDeletion',
    operation: 'ScheduleKeyDeletion',
    label: 'Schedule deletion',
  },
];

const waitsForReplicas: readonly Transition[] = [
  {
    from: 'PendingReplicaDeletion',
    to: 'Disabled',
    operation: 'CancelKeyDeletion',
    label: 'Cancel the deletion',
  },
  {
    from: 'PendingReplicaDeletion',
    to: 'PendingDeletion',
    operation: null,
    label: 'The last replica is gone',
  },
];

/** What can happen to this key's state. */
export function transitionsOf({ origin, multiRegion, region }: KeyView): readonly Transition[] {
  const isPrimary = multiRegion !== null && multiRegion.primaryRegion === region;
  const hasReplicas = isPrimary && multiRegion.regions.length > 1;
  const pending = hasReplicas ? 'PendingReplicaDeletion' : 'PendingDeletion';
  return [
    ...always,
    toDeletion('Enabled', pending),
    toDeletion('Disabled', pending),
    ...(origin === 'EXTERNAL' ? imported : []),
    ...(hasReplicas ? waitsForReplicas : []),
  ];
}
