'use client';
import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

const read = () => location.hash.slice(1);

/** What stands after `#` in the address, in parts: `keys/1234abcd…/us-east-1`. Empty on the server. */
export function useHash(): readonly string[] {
  return useSyncExternalStore(subscribe, read, () => '')
    .split('/')
    .map(decodeURIComponent);
}

/** Goes there, as a link would: Back leads to where one was. */
export function goTo(...parts: readonly string[]): void {
  location.hash = parts.map(encodeURIComponent).join('/');
}
