'use client';
import { useMemo } from 'react';
import { ImportDialog as PolicyImport } from '@/components/convert/import-dialog.tsx';
import { readPlayground } from '@/lib/model/playground.ts';
import { edit, withDocument } from './edits.ts';
import { knownOf } from './known.ts';
import { usePlayground } from './provider.tsx';

interface ImportDialogProps {
  readonly onClose: () => void;
  /** The document whose text was pasted over, and that text. */
  readonly target?: string;
  readonly text?: string;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes in a file that was exported here, or a policy in any form that policies are kept in. */
export function ImportDialog({ onClose, ...given }: ImportDialogProps) {
  const { bench, dispatch } = usePlayground();
  const { world, documents, request } = bench.present;
  const known = useMemo(() => knownOf({ world, request }), [world, request]);
  const readOwn = (text: string) => {
    const state = readPlayground(parseJson(text));
    if (!state) return null;
    const take = () => dispatch({ type: 'load', state, keepHistory: true });
    return { name: 'A file of this playground: it takes the place of everything here.', take };
  };
  return (
    <PolicyImport
      {...given}
      open
      onClose={onClose}
      known={known}
      targets={documents.filter(({ kind }) => kind !== 'grants')}
      readOwn={readOwn}
      onImport={({ text }, target) => {
        dispatch(
          edit((state) => withDocument(state, target, (document) => ({ ...document, text, disabled: [] }))),
        );
        dispatch({ type: 'show', document: target });
      }}
    />
  );
}
