'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { type PlaygroundState, readPlayground } from '@/lib/model/playground.ts';
import styles from './dialogs.module.css';
import { edit, withDocument } from './edits.ts';
import { usePlayground } from './provider.tsx';

type Read =
  | { readonly what: 'state'; readonly state: PlaygroundState }
  | { readonly what: 'policy'; readonly text: string }
  | { readonly what: 'nothing'; readonly problem: string };

function read(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { what: 'nothing', problem: 'This is not JSON.' };
  }
  const state = readPlayground(value);
  if (state) return { what: 'state', state };
  if (typeof value === 'object' && value !== null && 'Statement' in value) return { what: 'policy', text };
  return { what: 'nothing', problem: 'This is neither a file of this playground nor a policy.' };
}

/** Takes in a file that was exported here, or the text of a key policy. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { bench, dispatch } = usePlayground();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keyPolicy = bench.present.documents.find(({ kind }) => kind === 'key');

  const take = () => {
    const found = read(text);
    if (found.what === 'nothing') {
      setProblem(found.problem);
      return;
    }
    if (found.what === 'state') dispatch({ type: 'load', state: found.state, keepHistory: true });
    else if (keyPolicy) {
      dispatch(
        edit((state) =>
          withDocument(state, keyPolicy.id, (document) => ({ ...document, text: found.text, disabled: [] })),
        ),
      );
    }
    onClose();
  };

  return (
    <Dialog open onClose={onClose} title="Import">
      <label className={styles.label}>
        A file of this playground, or a policy as JSON
        <input
          type="file"
          accept=".json,application/json,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0];
            setProblem(null);
            void file?.text().then(setText, () => setProblem('This file could not be read.'));
          }}
        />
      </label>
      <label className={styles.label}>
        Or its text
        <textarea
          className={styles.area}
          rows={8}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          spellCheck={false}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <p className={styles.hint}>Undo brings back what is there now.</p>
      <Button variant="primary" disabled={text.trim() === ''} onClick={take}>
        Import
      </Button>
    </Dialog>
  );
}
