'use client';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ImportResult, Known } from '@/lib/convert/types.ts';

type Converter = typeof import('@/lib/convert/import-policies.ts');

export type Imported =
  | { readonly state: 'empty' | 'loading' | 'failed' }
  | { readonly state: 'read'; readonly result: ImportResult };

/** The policies in a text. The readers are fetched with the first text. */
export function useImported(text: string, known: Known): Imported {
  const [converter, setConverter] = useState<Converter | 'failed' | null>(null);
  const written = useDeferredValue(text);
  const isEmpty = written.trim() === '';
  const result = useMemo(
    () =>
      isEmpty || converter === null || converter === 'failed'
        ? null
        : converter.importPolicies(written, { known }),
    [converter, written, isEmpty, known],
  );

  useEffect(() => {
    if (isEmpty || converter !== null) return;
    import('@/lib/convert/import-policies.ts').then(setConverter, () => setConverter('failed'));
  }, [isEmpty, converter]);

  if (isEmpty) return { state: 'empty' };
  if (converter === 'failed') return { state: 'failed' };
  return result ? { state: 'read', result } : { state: 'loading' };
}
