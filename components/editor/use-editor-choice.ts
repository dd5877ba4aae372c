'use client';
import { useSyncExternalStore } from 'react';

const storageKey = 'kms-editor';
const narrow = '(max-width: 767px)';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  const media = matchMedia(narrow);
  listeners.add(listener);
  media.addEventListener('change', listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
    window.removeEventListener('storage', listener);
  };
}

function readsPlain(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'plain';
  } catch {
    // Storage may be switched off; then the choice lasts for the page only.
    return false;
  }
}

function keepChoice(plain: boolean): void {
  try {
    if (plain) localStorage.setItem(storageKey, 'plain');
    else localStorage.removeItem(storageKey);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

interface EditorChoice {
  /** The reader asked for the plain editor. */
  readonly plain: boolean;
  /** No room for Monaco's widgets, and no keyboard to use them with. */
  readonly phone: boolean;
  readonly setPlain: (plain: boolean) => void;
}

/** Which editor to show: the reader's setting, kept in this browser, and the width of the window. */
export function useEditorChoice(): EditorChoice {
  const plain = useSyncExternalStore(subscribe, readsPlain, () => false);
  const phone = useSyncExternalStore(
    subscribe,
    () => matchMedia(narrow).matches,
    () => false,
  );
  return { plain, phone, setPlain: keepChoice };
}
