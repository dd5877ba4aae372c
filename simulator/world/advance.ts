/*
 * Time passes. Keys do not wait for each other, except those that share a core: so each family is taken through the
 * whole span by itself, and the trail is put in order at the end.
 */
import type { Draft } from './draft.ts';
import {
  canRotate,
  deleteKey,
  expireMaterial,
  primaryOf,
  rotate,
  settleKey,
  settleKeyStore,
} from './events.ts';
import type { KeyCore, KeyRecord } from './types.ts';

/** Lets the clock of a world run to `until`. */
export function runEvents(draft: Draft, until: number): void {
  for (const store of draft.all('keyStores')) {
    if (store.settles !== null && store.settles.at <= until) settleKeyStore(draft, store);
  }
  for (const { id } of draft.all('cores')) runFamily(draft, id, until);
  draft.events.sort((a, b) => a.at - b.at);
}

/** What happens next to a key or to what its relatives share. */
interface Next {
  readonly at: number;
  readonly happen: () => void;
}

function runFamily(draft: Draft, coreId: string, until: number): void {
  for (;;) {
    const core = draft.get('cores', coreId);
    const next = core && nextOfFamily(draft, core);
    if (next == null || next.at > until) return;
    next.happen();
  }
}

function nextOfFamily(draft: Draft, core: KeyCore): Next | null {
  let first = nextRotation(draft, core);
  for (const key of draft.related(core)) {
    for (const next of nextOfKey(draft, key)) if (first === null || next.at < first.at) first = next;
  }
  return first;
}

function nextRotation(draft: Draft, core: KeyCore): Next | null {
  if (core.rotation === null || !canRotate(primaryOf(draft, core))) return null;
  const { nextAt } = core.rotation;
  return { at: nextAt, happen: () => rotate(draft, core, 'AUTOMATIC', nextAt) };
}

function nextOfKey(draft: Draft, key: KeyRecord): Next[] {
  const found: Next[] = [];
  const { settles, deletion } = key;
  if (settles !== null) found.push({ at: settles.at, happen: () => settleKey(draft, key) });
  if (deletion?.at != null) {
    const { at } = deletion;
    found.push({ at, happen: () => deleteKey(draft, key, at) });
  }
  for (const { expiresAt } of Object.values(key.imported)) {
    if (expiresAt !== null)
      found.push({ at: expiresAt, happen: () => expireMaterial(draft, key, expiresAt) });
  }
  return found;
}
