/*
 * What happens to keys without a call: rotation, deletion, expiry, the end of transient states. Each function brings
 * one event about at its time; `advance.ts` decides when.
 */

import { type Draft, keyArn, keyIdOf } from './draft.ts';
import { firstSymmetricMaterial, makeSymmetricMaterial } from './material.ts';
import type { KeyCore, KeyRecord, KeyStoreRecord, MaterialRecord, RotationType } from './types.ts';

const day = 86_400_000;

export const days = (count: number): number => count * day;

/** A key that is disabled or about to be deleted is not rotated; a date that passed meanwhile is made up for. */
export function canRotate(primary: KeyRecord | undefined): boolean {
  return primary !== undefined && (primary.state === 'Enabled' || primary.state === 'Updating');
}

export function primaryOf(draft: Draft, core: KeyCore): KeyRecord | undefined {
  return draft.get('keys', keyArn(core.primaryRegion, core.account, core.keyId));
}

/** New key material that KMS makes, at a time that is not by the schedule. The key may never have been used. */
export function rotate(draft: Draft, core: KeyCore, type: RotationType, at: number): void {
  const started = withFirstMaterial(draft, core);
  makeCurrent(draft, started, { ...makeSymmetricMaterial(draft), rotation: { at, type } }, at);
}

/** All automatic rotations that are due by then. */
export function rotateBySchedule(draft: Draft, core: KeyCore, until: number): void {
  if (core.rotation === null || core.rotation.nextAt > until) return;
  const { materials, currentMaterialId } = withFirstMaterial(draft, core);
  const keys = draft.related(core);
  const made = [...materials];
  let current = currentMaterialId;
  let { nextAt } = core.rotation;
  for (; nextAt <= until; nextAt += days(core.rotation.periodInDays)) {
    const material = {
      ...makeSymmetricMaterial(draft),
      rotation: { at: nextAt, type: 'AUTOMATIC' as const },
    };
    noteRotation(draft, core, keys, current, material);
    made.push(material);
    current = material.keyMaterialId;
  }
  draft.put('cores', {
    ...core,
    materials: made,
    currentMaterialId: current,
    rotation: { ...core.rotation, nextAt },
  });
}

function withFirstMaterial(draft: Draft, core: KeyCore): KeyCore {
  if (core.materials.length > 0) return core;
  const first = firstSymmetricMaterial(draft, core);
  return { ...core, materials: [first], currentMaterialId: first.keyMaterialId };
}

/** Puts a material, new or waiting, in the place of the current one. `core` is as it is now. */
export function makeCurrent(draft: Draft, core: KeyCore, material: MaterialRecord, at: number): void {
  const { keyMaterialId } = material;
  const type = material.rotation?.type ?? 'ON_DEMAND';
  const waited = core.pendingMaterialId === keyMaterialId;
  const others = core.materials.filter((one) => one.keyMaterialId !== keyMaterialId);
  draft.put('cores', {
    ...core,
    materials: [...others, material],
    currentMaterialId: keyMaterialId,
    pendingMaterialId: waited ? null : core.pendingMaterialId,
    ...(type === 'ON_DEMAND' && { onDemandRotations: core.onDemandRotations + 1 }),
    ...(type === 'AUTOMATIC' &&
      core.rotation && { rotation: { ...core.rotation, nextAt: at + days(core.rotation.periodInDays) } }),
  });
  noteRotation(draft, core, draft.related(core), core.currentMaterialId, material);
}

function noteRotation(
  draft: Draft,
  { origin, keyId, primaryRegion }: KeyCore,
  keys: readonly KeyRecord[],
  previous: string | null,
  { keyMaterialId, rotation }: MaterialRecord,
): void {
  if (rotation === null) return;
  const details = {
    rotationType: rotation.type,
    keyOrigin: origin,
    previousKeyMaterialId: previous ?? '',
    currentKeyMaterialId: keyMaterialId,
    keyId,
  };
  for (const key of keys) serviceEvent(draft, 'RotateKey', key, rotation.at, details);
  const primary = keys.find(({ region }) => region === primaryRegion);
  if (keys.length > 1 && primary !== undefined) {
    serviceEvent(draft, 'SynchronizeMultiRegionKey', primary, rotation.at);
  }
}

/** The end of the waiting period: the key, its aliases and its grants are gone. */
export function deleteKey(draft: Draft, key: KeyRecord, at: number): void {
  const core = draft.core(key);
  for (const { arn } of draft.group('aliases', key.arn)) draft.drop('aliases', arn);
  for (const { grantId } of draft.group('grants', key.arn)) draft.drop('grants', grantId);
  for (const { token } of draft.group('imports', key.arn)) draft.drop('imports', token);
  draft.drop('usages', key.arn);
  draft.drop('keys', key.arn);
  const regions = core.regions.filter((region) => region !== key.region);
  if (regions.length === 0) draft.drop('cores', core.id);
  else draft.updateCore(core, { regions });
  serviceEvent(draft, 'DeleteKey', key, at, {}, key.createdAt);
  const primary = primaryOf(draft, core);
  if (primary?.state !== 'PendingReplicaDeletion' || regions.length > 1) return;
  const windowInDays = primary.deletion?.windowInDays ?? 30;
  draft.updateKey(primary, {
    state: 'PendingDeletion',
    deletion: { windowInDays, at: at + days(windowInDays) },
  });
}

/** Whether the key cannot be used without this material. One that waits for its rotation is not needed yet. */
export function isPermanent(core: KeyCore, keyMaterialId: string): boolean {
  return core.pendingMaterialId !== keyMaterialId;
}

/** Takes a copy of imported key material away from one Region. */
export function removeMaterial(draft: Draft, key: KeyRecord, keyMaterialId: string): void {
  const { [keyMaterialId]: _, ...imported } = key.imported;
  const usable = key.state === 'Enabled' || key.state === 'Disabled';
  const needed = isPermanent(draft.core(key), keyMaterialId);
  draft.updateKey(key, { imported, ...(usable && needed && { state: 'PendingImport' as const }) });
}

export function expireMaterial(draft: Draft, key: KeyRecord, at: number): void {
  const due = Object.entries(key.imported).find(([, { expiresAt }]) => expiresAt !== null && expiresAt <= at);
  if (due === undefined) return;
  removeMaterial(draft, key, due[0]);
  serviceEvent(draft, 'DeleteExpiredKeyMaterial', key, at, { keyId: keyIdOf(key.arn) });
}

/** Creating and Updating last seconds. */
export function settleKey(draft: Draft, key: KeyRecord): void {
  if (key.settles === null) return;
  draft.updateKey(key, { state: key.settles.state, settles: null });
  const primary = primaryOf(draft, draft.core(key));
  if (key.state === 'Creating' && primary !== undefined) {
    serviceEvent(draft, 'SynchronizeMultiRegionKey', primary, key.settles.at);
  }
}

export function settleKeyStore(draft: Draft, store: KeyStoreRecord): void {
  if (store.settles !== null) draft.put('keyStores', { ...store, state: store.settles.state, settles: null });
}

/**
 * Writes down what KMS did by itself. SynchronizeMultiRegionKey stands for the copying of key material to a new replica
 * and after a rotation; AWS says that it happens, and names the primary key alone, but not how often.
 */
function serviceEvent(
  draft: Draft,
  name: string,
  key: KeyRecord,
  at: number,
  details: Readonly<Record<string, string>> = {},
  createdAt?: number,
): void {
  draft.events.push({
    kind: 'serviceEvent',
    name,
    at,
    eventId: draft.random.uuid(),
    requestId: null,
    region: key.region,
    account: key.account,
    caller: null,
    parameters: null,
    response: null,
    resources: [key.arn],
    error: null,
    details,
    ...(createdAt !== undefined && { createdAt }),
  });
}
