'use client';
/* Keys that are a single character can be switched off: whoever dictates sets them off without meaning to. */
import { useSyncExternalStore } from 'react';

const storageKey = 'kms-letter-keys';
const listeners = new Set<() => void>();

/** Whether keys without Control or Command run actions. */
export function letterKeysWork(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage may be switched off; then nobody can have chosen.
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The choice, kept in this browser, and how to make it. */
export function useLetterKeys(): readonly [boolean, (work: boolean) => void] {
  const work = useSyncExternalStore(subscribe, letterKeysWork, () => true);
  const choose = (next: boolean) => {
    try {
      if (next) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, 'off');
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  return [work, choose];
}
