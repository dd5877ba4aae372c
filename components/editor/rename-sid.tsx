'use client';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { TextEdit } from '@/simulator/index.ts';
import styles from './caret-line.module.css';
import type { EditorLanguage } from './use-language.ts';

interface RenameSidProps {
  readonly sid: string;
  readonly language: EditorLanguage;
  readonly text: string;
  readonly caret: number;
  readonly onEdit: (edits: readonly TextEdit[]) => void;
}

/** A button that asks for another name of the statement at the caret. */
export function RenameSid({ sid, language: { language, tools }, text, caret, onEdit }: RenameSidProps) {
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState('');
  // The text is out of reach while the dialog is open.
  const waiting = useRef<readonly TextEdit[]>([]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const renamed = language.renameSid(text, caret, name ?? '');
    if (!renamed.ok) {
      setRefused(tools.renameRefusals[renamed.reason]);
      return;
    }
    waiting.current = renamed.edits;
    setName(null);
  };

  const closed = () => {
    setName(null);
    if (waiting.current.length > 0) onEdit(waiting.current);
    waiting.current = [];
  };

  return (
    <div className={styles.fix}>
      <Button
        className={styles.apply ?? ''}
        onClick={() => {
          setName(sid);
          setRefused('');
        }}
      >
        Rename the Sid
      </Button>
      <Dialog open={name !== null} onClose={closed} title="Rename the Sid">
        <form onSubmit={submit} className={styles.form}>
          <label htmlFor={id}>Name of the statement</label>
          <input
            id={id}
            value={name ?? ''}
            onChange={(event) => setName(event.target.value)}
            aria-invalid={refused !== '' || undefined}
            aria-describedby={`${id}-refused`}
            autoComplete="off"
            spellCheck={false}
          />
          <p id={`${id}-refused`} role="status" className={styles.refused}>
            {refused}
          </p>
          <Button type="submit" variant="primary">
            Rename
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
