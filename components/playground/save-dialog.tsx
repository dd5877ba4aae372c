'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { createPolicy, updatePolicy } from '@/lib/browser/policies.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import styles from './workbench.module.css';

interface SaveDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly state: PlaygroundState;
  /** The policy this one was opened from: saving writes over it. */
  readonly saved: LocalPolicy | null;
  readonly suggestedName: string;
  readonly onSaved: (policy: LocalPolicy) => void;
}

/** Keeps the key policy, with the request and everything around it, under a name. */
export function SaveDialog({ open, onClose, state, saved, suggestedName, onSaved }: SaveDialogProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const name = typed ?? saved?.name ?? suggestedName;

  const save = async () => {
    const text = state.documents.find(({ kind }) => kind === 'key')?.text ?? '';
    const content = { name: name.trim(), kind: 'key' as const, text, environment: JSON.stringify(state) };
    try {
      onSaved(saved ? await updatePolicy(saved.id, content, saved.version) : await createPolicy(content));
      setFailed(false);
      setTyped(null);
      onClose();
    } catch {
      setFailed(true);
    }
  };

  return (
    <Dialog open={open} onClose={onClose} title="Save policy">
      <form
        className={styles.save}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className={styles.saveName}>
          Name
          <input value={name} onChange={(event) => setTyped(event.target.value)} maxLength={120} required />
        </label>
        <p>It is kept in this browser and listed on the dashboard, together with the request.</p>
        {failed && <p role="alert">This browser could not keep it. Copy the text to be safe.</p>}
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
