/* What a key's usage and state do to a call, read off the catalog's tables. */
import { keySpecs } from '../../catalog/key-specs.ts';
import { stateResult } from '../../catalog/key-states.ts';
import { type KeyUsageRow, keyUsages, symmetricOnlyOperations } from '../../catalog/key-usages.ts';
import type { KeyState, KeyUsage, OperationName } from '../../catalog/types.ts';
import type { Draft } from '../../world/draft.ts';
import type { KeyCore, KeyRecord } from '../../world/types.ts';
import { Refusal, refuse } from './refusal.ts';

/** The state that callers see: a key is unavailable while its key store is not connected. */
export function visibleState(draft: Draft, key: KeyRecord): KeyState {
  const { customKeyStoreId } = draft.core(key);
  if (customKeyStoreId === null || key.state === 'PendingDeletion') return key.state;
  return draft.get('keyStores', customKeyStoreId)?.state === 'CONNECTED' ? key.state : 'Unavailable';
}

/** Refuses a key whose usage is not the operation's; asked before its state. */
export function checkUsage(operation: OperationName, key: KeyRecord, core: KeyCore): void {
  const usage = usageOf(operation);
  if (usage === undefined) return;
  if (core.keyUsage !== usage) {
    refuse('wrongKeyUsage', { keyArn: key.arn, keyUsage: core.keyUsage, operation });
  }
}

const pairOperations: readonly OperationName[] = [
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
];

/** Refuses a kind of key that makes no data keys; asked after its state. */
export function checkKind(operation: OperationName, key: KeyRecord, core: KeyCore): void {
  const symmetricOnly: readonly OperationName[] = symmetricOnlyOperations;
  if (symmetricOnly.includes(operation) && keySpecs[core.keySpec].family !== 'symmetric') {
    refuse('dataKeyFromAsymmetric');
  }
  if (pairOperations.includes(operation) && core.customKeyStoreId !== null) refuseOrigin(key, core);
}

function usageOf(operation: OperationName): KeyUsage | undefined {
  const names = Object.keys(keyUsages) as KeyUsage[];
  return names.find((name) => {
    const row: KeyUsageRow = keyUsages[name];
    return row.operations.includes(operation);
  });
}

/** Refuses what the key's state, or its kind in that state, does not allow. */
export function checkState(operation: OperationName, draft: Draft, key: KeyRecord): void {
  const result = stateResult(operation, visibleState(draft, key));
  if (result === null || result.outcome === 'succeeds') return;
  const core = draft.core(key);
  const applies = result.condition !== undefined && conditions[result.condition](core, operation);
  // What was recorded: the origin is told before the state, but the state before the kind of key.
  if (applies && result.condition === 'notExternal') refuseOrigin(key, core);
  if (result.outcome === 'impossible') return;
  if (result.outcome === 'depends') {
    if (applies) refuseKind(key, core);
    return;
  }
  const { exception = 'UnsupportedOperationException', message } = result;
  if (exception === 'UnsupportedOperationException') refuseKind(key, core);
  throw new Refusal(exception, (message ?? pendingDeletion).replace('{keyArn}', key.arn));
}

const pendingDeletion = '{keyArn} is pending deletion.';

type Condition = NonNullable<NonNullable<ReturnType<typeof stateResult>>['condition']>;

const conditions: Readonly<Record<Condition, (core: KeyCore, operation: OperationName) => boolean>> = {
  importedMaterial: ({ origin }) => origin === 'EXTERNAL',
  notExternal: ({ origin }) => origin !== 'EXTERNAL',
  unsupportedKey: (core, operation) => !supportsRotationCall(core, operation),
  // The operation looks at the new target itself.
  newTargetPendingDeletion: () => false,
};

const changesRotation: readonly OperationName[] = [
  'EnableKeyRotation',
  'DisableKeyRotation',
  'RotateKeyOnDemand',
];

/** Reading about rotation works for every key but those in key stores; changing it only for symmetric keys. */
function supportsRotationCall({ origin, keySpec }: KeyCore, operation: OperationName): boolean {
  if (origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE') return false;
  if (!changesRotation.includes(operation)) return true;
  if (keySpecs[keySpec].family !== 'symmetric') return false;
  return operation === 'RotateKeyOnDemand' || origin === 'AWS_KMS';
}

/** Recorded: rotation of an asymmetric key is refused without a word. */
function refuseKind(key: KeyRecord, core: KeyCore): never {
  if (core.origin === 'AWS_KMS' || keySpecs[core.keySpec].family !== 'symmetric') {
    refuse('rotatesSymmetricOnly');
  }
  refuseOrigin(key, core);
}

function refuseOrigin({ arn }: KeyRecord, { origin }: KeyCore): never {
  refuse('wrongOrigin', { keyArn: arn, origin });
}
