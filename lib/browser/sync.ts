import { Unreachable } from './api.ts';
import { announceChange } from './changes.ts';
import { syncPolicies } from './sync-policies.ts';
import { downloadProgress, uploadProgress } from './sync-progress.ts';

type SyncState = 'idle' | 'unreachable';

const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 300_000;

let state: SyncState = 'idle';
let running: Promise<void> | undefined;
let again = false;
let delay = FIRST_DELAY;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How the last exchange with the server went; one that is under way changes nothing until it has ended. */
export function syncState(): SyncState {
  return state;
}

/**
 * Exchanges everything with the server, one exchange at a time over all tabs: two first writes at once would make
 * two learners. When the server cannot be reached it is tried again, ever less often, and when the network is back.
 */
export function syncNow(): Promise<void> {
  if (running) again = true;
  running ??= inTurn(exchange).finally(() => {
    running = undefined;
    if (again) {
      again = false;
      void syncNow();
    }
  });
  return running;
}

async function exchange(): Promise<void> {
  clearTimeout(timer);
  try {
    await uploadProgress();
    await syncPolicies();
    await downloadProgress();
    await uploadProgress();
    delay = FIRST_DELAY;
    note('idle');
  } catch (error) {
    note('unreachable');
    if (!(error instanceof Unreachable)) throw error;
    timer = setTimeout(retry, delay);
    globalThis.addEventListener?.('online', retry, { once: true });
    delay = Math.min(delay * 2, LONGEST_DELAY);
  }
}

function retry(): void {
  void syncNow();
}

function note(next: SyncState): void {
  state = next;
  announceChange();
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (globalThis.navigator?.locks) await navigator.locks.request('kms-playground-sync', work);
  else await work();
}
