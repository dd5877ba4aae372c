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
  rotateBySchedule,
  settleKey,
  settleKeyStore,
} from './events.ts';
import type { KeyRecord } from './types.ts';

/** Lets the clock of a world run to `until`. */
export function runEvents(draft: Draft, until: number): void {
  for (const store of draft.all('keyStores')) {
    if (store.settles !== null && store.settles.at <= until) settleKeyStore(draft, store);
  }
  for (const { id } of draft.all('cores')) runFamily(draft, id, until);
  draft.events.sort((a, b) => a.at - b.at);
}

/** What happens next to a key. */
interface Next {
  readonly at: number;
  readonly happen: () => void;
}

function runFamily(draft: Draft, coreId: string, until: number): void {
  for (;;) {
    const core = draft.get('cores', coreId);
    if (core === undefined) return;
    const next = firstOf(draft.related(core).flatMap((key) => nextOfKey(draft, key)));
    const stop = next === null ? until : Math.min(until, next.at);
    // Between two events of its keys a family only rotates.
    if (canRotate(primaryOf(draft, core))) rotateBySchedule(draft, core, stop);
    if (next === null || next.at > until) return;
    next.happen();
  }
}

function firstOf(events: readonly Next[]): Next | null {
  return events.reduce<Next | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
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
