import type { ExceptionName } from './exceptions.ts';
import { operationNames } from './operations.ts';
import type { KeyState, OperationName, Sourced } from './types.ts';

export interface KeyStateRow extends Sourced {
  /** Which keys can be in it. */
  readonly keys:
    | 'all'
    | 'customKeyStore'
    | 'imported'
    | 'multiRegion'
    | 'multiRegionPrimary'
    | 'multiRegionReplica';
  /** Lasts seconds. */
  readonly transient?: true;
  readonly enteredBy: readonly OperationName[];
  readonly leftBy: readonly OperationName[];
}

/** The key states. `Enabled` of KeyMetadata is true in the state Enabled alone. */
export const keyStates = {
  Creating: {
    keys: 'multiRegionReplica',
    transient: true,
    enteredBy: ['ReplicateKey'],
    leftBy: [],
    source: 'keyStates',
  },
  Enabled: {
    keys: 'all',
    enteredBy: ['CreateKey', 'EnableKey', 'ImportKeyMaterial'],
    leftBy: ['DisableKey', 'ScheduleKeyDeletion', 'DeleteImportedKeyMaterial', 'DisconnectCustomKeyStore'],
    source: 'keyStates',
  },
  Disabled: {
    keys: 'all',
    enteredBy: ['DisableKey', 'CancelKeyDeletion'],
    leftBy: ['EnableKey', 'ScheduleKeyDeletion', 'DeleteImportedKeyMaterial', 'DisconnectCustomKeyStore'],
    source: 'keyStates',
  },
  PendingImport: {
    keys: 'imported',
    enteredBy: ['CreateKey', 'DeleteImportedKeyMaterial'],
    leftBy: ['ImportKeyMaterial', 'ScheduleKeyDeletion'],
    source: 'keyStates',
  },
  PendingDeletion: {
    keys: 'all',
    enteredBy: ['ScheduleKeyDeletion'],
    leftBy: ['CancelKeyDeletion'],
    source: 'keyStates',
  },
  PendingReplicaDeletion: {
    keys: 'multiRegionPrimary',
    enteredBy: ['ScheduleKeyDeletion'],
    leftBy: ['CancelKeyDeletion'],
    source: 'keyStates',
  },
  Unavailable: {
    keys: 'customKeyStore',
    enteredBy: ['DisconnectCustomKeyStore'],
    leftBy: ['ConnectCustomKeyStore', 'ScheduleKeyDeletion'],
    source: 'keyStates',
  },
  Updating: {
    keys: 'multiRegion',
    transient: true,
    enteredBy: ['UpdatePrimaryRegion'],
    leftBy: [],
    source: 'keyStates',
  },
} as const satisfies Record<KeyState, KeyStateRow>;

export interface StateResult extends Sourced {
  /** `depends`: succeeds, or fails with `exception`, as `condition` says. */
  readonly outcome: 'depends' | 'fails' | 'impossible' | 'succeeds';
  readonly exception?: ExceptionName;
  /** `{keyArn}` stands for the key's ARN. Left out where the text is not known. */
  readonly message?: string;
  /** `depends`: what makes it fail. `fails`: what makes it fail with `otherwise` instead. */
  readonly condition?: 'importedMaterial' | 'newTargetPendingDeletion' | 'notExternal' | 'unsupportedKey';
  readonly otherwise?: ExceptionName;
  /** The state that a success leads to. */
  readonly becomes?: KeyState;
  /** The success shows only when the key store is connected again. */
  readonly delayed?: true;
}

const source = 'keyStates';
const unsupported = 'UnsupportedOperationException';
const invalidState = 'KMSInvalidStateException';
const pendingDeletionMessage = '{keyArn} is pending deletion.';
const disabledMessage = '{keyArn} is disabled.';

/** What a call can come to because of the key's state. */
export const stateResults = {
  succeeds: { outcome: 'succeeds', source },
  becomesDisabled: { outcome: 'succeeds', becomes: 'Disabled', source },
  becomesEnabled: { outcome: 'succeeds', becomes: 'Enabled', source },
  becomesPendingImport: {
    outcome: 'depends',
    condition: 'notExternal',
    exception: unsupported,
    becomes: 'PendingImport',
    source,
  },
  shownWhenAvailable: { outcome: 'succeeds', delayed: true, source },
  impossible: { outcome: 'impossible', source },
  disabled: {
    outcome: 'fails',
    exception: 'DisabledException',
    message: disabledMessage,
    source: 'recorded',
  },
  pendingDeletion: { outcome: 'fails', exception: invalidState, message: pendingDeletionMessage, source },
  /** The page leaves DisabledException possible too; what was recorded is this one. */
  pendingDeletionInUse: {
    outcome: 'fails',
    exception: invalidState,
    message: pendingDeletionMessage,
    source: 'recorded',
  },
  notPendingDeletion: {
    outcome: 'fails',
    exception: invalidState,
    message: '{keyArn} is not pending deletion (or pending replica deletion).',
    source,
  },
  pendingImport: {
    outcome: 'fails',
    exception: invalidState,
    message: '{keyArn} is pending import.',
    source: 'recorded',
  },
  externalOrigin: {
    outcome: 'fails',
    exception: unsupported,
    message: '{keyArn} origin is EXTERNAL which is not valid for this operation.',
    source,
  },
  /** A key in a custom key store, or one whose type the operation does not take. */
  unsupportedKey: { outcome: 'fails', exception: unsupported, source },
  notExternal: {
    outcome: 'fails',
    exception: unsupported,
    message: '{keyArn} origin is {origin} which is not valid for this operation.',
    source: 'recorded',
  },
  unavailable: { outcome: 'fails', exception: invalidState, message: '{keyArn} is unavailable.', source },
  creating: { outcome: 'fails', exception: invalidState, message: '{keyArn} is creating.', source },
  updating: { outcome: 'fails', exception: invalidState, message: '{keyArn} is updating.', source },
  succeedsIfSupported: { outcome: 'depends', condition: 'unsupportedKey', exception: unsupported, source },
  succeedsIfExternal: { outcome: 'depends', condition: 'notExternal', exception: unsupported, source },
  succeedsUnlessNewTarget: {
    outcome: 'depends',
    condition: 'newTargetPendingDeletion',
    exception: invalidState,
    message: pendingDeletionMessage,
    source,
  },
  disabledOrUnsupported: {
    outcome: 'fails',
    exception: 'DisabledException',
    message: disabledMessage,
    condition: 'unsupportedKey',
    otherwise: unsupported,
    source,
  },
  pendingDeletionOrUnsupported: {
    outcome: 'fails',
    exception: invalidState,
    message: pendingDeletionMessage,
    condition: 'unsupportedKey',
    otherwise: unsupported,
    source,
  },
  importedOrNotExternal: {
    outcome: 'fails',
    exception: invalidState,
    condition: 'notExternal',
    otherwise: unsupported,
    source,
  },
} as const satisfies Record<string, StateResult>;

type StateResultId = keyof typeof stateResults;

/** The columns of `operationResults`, in order; PendingReplicaDeletion counts as PendingDeletion. */
export const stateColumns = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'Unavailable',
  'Creating',
  'Updating',
] as const satisfies readonly KeyState[];

type StateRow = readonly [
  StateResultId,
  StateResultId,
  StateResultId,
  StateResultId,
  StateResultId,
  StateResultId,
  StateResultId,
];

/**
 * Operations on a key × `stateColumns`. Decapsulate, Encapsulate and GetKeyLastUsage are not on the page that was
 * read: their rows follow from their exceptions (`unverifiedStateRows`).
 */
export const operationResults = {
  CancelKeyDeletion: [
    'notPendingDeletion',
    'notPendingDeletion',
    'becomesDisabled',
    'notPendingDeletion',
    'notPendingDeletion',
    'notPendingDeletion',
    'notPendingDeletion',
  ],
  CreateAlias: ['succeeds', 'succeeds', 'pendingDeletion', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  CreateGrant: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'succeeds',
    'creating',
    'succeeds',
  ],
  Decapsulate: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  Decrypt: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unavailable',
    'creating',
    'succeeds',
  ],
  DeleteAlias: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  DeleteImportedKeyMaterial: [
    'becomesPendingImport',
    'becomesPendingImport',
    'succeedsIfExternal',
    'succeeds',
    'impossible',
    'creating',
    'updating',
  ],
  DeriveSharedSecret: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  DescribeKey: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  DisableKey: [
    'succeeds',
    'succeeds',
    'pendingDeletion',
    'pendingImport',
    'shownWhenAvailable',
    'creating',
    'updating',
  ],
  DisableKeyRotation: [
    'succeedsIfSupported',
    'disabledOrUnsupported',
    'pendingDeletionOrUnsupported',
    'externalOrigin',
    'unsupportedKey',
    'creating',
    'succeedsIfSupported',
  ],
  EnableKey: [
    'succeeds',
    'succeeds',
    'pendingDeletion',
    'pendingImport',
    'shownWhenAvailable',
    'creating',
    'updating',
  ],
  EnableKeyRotation: [
    'succeedsIfSupported',
    'disabledOrUnsupported',
    'pendingDeletionOrUnsupported',
    'externalOrigin',
    'unsupportedKey',
    'creating',
    'succeedsIfSupported',
  ],
  Encapsulate: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  Encrypt: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unavailable',
    'creating',
    'succeeds',
  ],
  GenerateDataKey: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unavailable',
    'creating',
    'succeeds',
  ],
  GenerateDataKeyPair: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unsupportedKey',
    'creating',
    'succeeds',
  ],
  GenerateDataKeyPairWithoutPlaintext: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unsupportedKey',
    'creating',
    'succeeds',
  ],
  GenerateDataKeyWithoutPlaintext: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unavailable',
    'creating',
    'succeeds',
  ],
  GenerateMac: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  GetKeyLastUsage: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  GetKeyPolicy: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  GetKeyRotationStatus: [
    'succeedsIfSupported',
    'succeedsIfSupported',
    'succeedsIfSupported',
    'externalOrigin',
    'unsupportedKey',
    'succeedsIfSupported',
    'succeedsIfSupported',
  ],
  GetParametersForImport: [
    'succeedsIfExternal',
    'succeedsIfExternal',
    'importedOrNotExternal',
    'succeeds',
    'notExternal',
    'creating',
    'updating',
  ],
  GetPublicKey: [
    'succeeds',
    'succeeds',
    'pendingDeletionInUse',
    'succeeds',
    'impossible',
    'creating',
    'succeeds',
  ],
  ImportKeyMaterial: [
    'succeedsIfExternal',
    'succeedsIfExternal',
    'importedOrNotExternal',
    'becomesEnabled',
    'notExternal',
    'creating',
    'succeeds',
  ],
  ListAliases: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  ListGrants: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  ListKeyPolicies: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  ListKeyRotations: [
    'succeedsIfSupported',
    'succeedsIfSupported',
    'succeedsIfSupported',
    'succeeds',
    'unsupportedKey',
    'succeedsIfSupported',
    'succeedsIfSupported',
  ],
  ListResourceTags: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  PutKeyPolicy: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  ReEncrypt: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'unavailable',
    'creating',
    'succeeds',
  ],
  ReplicateKey: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'updating',
  ],
  RetireGrant: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  RevokeGrant: ['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  RotateKeyOnDemand: [
    'succeedsIfSupported',
    'disabledOrUnsupported',
    'pendingDeletionOrUnsupported',
    'pendingImport',
    'unsupportedKey',
    'creating',
    'succeedsIfSupported',
  ],
  ScheduleKeyDeletion: [
    'succeeds',
    'succeeds',
    'pendingDeletion',
    'succeeds',
    'succeeds',
    'succeeds',
    'updating',
  ],
  Sign: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  TagResource: ['succeeds', 'succeeds', 'pendingDeletion', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  UntagResource: ['succeeds', 'succeeds', 'pendingDeletion', 'succeeds', 'succeeds', 'succeeds', 'succeeds'],
  UpdateAlias: [
    'succeeds',
    'succeeds',
    'succeedsUnlessNewTarget',
    'succeeds',
    'succeeds',
    'succeeds',
    'succeeds',
  ],
  UpdateKeyDescription: [
    'succeeds',
    'succeeds',
    'pendingDeletion',
    'succeeds',
    'succeeds',
    'succeeds',
    'succeeds',
  ],
  UpdatePrimaryRegion: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  Verify: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
  VerifyMac: [
    'succeeds',
    'disabled',
    'pendingDeletionInUse',
    'pendingImport',
    'impossible',
    'creating',
    'succeeds',
  ],
} as const satisfies Partial<Record<OperationName, StateRow>>;

export const unverifiedStateRows = ['Decapsulate', 'Encapsulate', 'GetKeyLastUsage'] as const;

/** What the state does to the call; null for an operation that names no existing key. */
export function stateResult(operation: OperationName, state: KeyState): StateResult | null {
  const row = (operationResults as Partial<Record<OperationName, StateRow>>)[operation];
  if (row === undefined) return null;
  const column = state === 'PendingReplicaDeletion' ? 'PendingDeletion' : state;
  const id = row[stateColumns.indexOf(column)];
  return id === undefined ? null : stateResults[id];
}

/** The states in which the operation succeeds, or does for some keys. */
export function acceptedKeyStates(operation: OperationName): readonly KeyState[] {
  return (Object.keys(keyStates) as KeyState[]).filter((state) => {
    const outcome = stateResult(operation, state)?.outcome;
    return outcome === 'succeeds' || outcome === 'depends';
  });
}

/** The operations whose result depends on the state of a key. */
export const stateDependentOperations = operationNames.filter((name) => name in operationResults);
