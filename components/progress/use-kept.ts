'use client';
import { useEffect, useState } from 'react';
import { onChange } from '@/lib/browser/changes.ts';

/** `failed`: this browser allows no storage, so nothing is kept and nothing can be shown. */
export type Kept<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly value: Value };

/** Something this browser keeps, read again after every change in any tab. `read` must be a stable function. */
export function useKept<Value>(read: () => Promise<Value>): Kept<Value> {
  const [kept, setKept] = useState<Kept<Value>>({ state: 'loading' });
  useEffect(() => {
    let turn = 0;
    const look = () => {
      turn += 1;
      const mine = turn;
      read().then(
        (value) => mine === turn && setKept({ state: 'ready', value }),
        () => mine === turn && setKept({ state: 'failed' }),
      );
    };
    look();
    const stop = onChange(look);
    return () => {
      turn = -1;
      stop();
    };
  }, [read]);
  return kept;
}
