'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import styles from './saved-policies.module.css';

interface RenameFormProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** A new name in the old one's place: Enter keeps it, Escape leaves it. */
export function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  const [draft, setDraft] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onRename(draft.trim());
      }}
    >
      <label htmlFor={id}>Name</label>
      <input
        id={id}
        ref={field}
        value={draft}
        required
        pattern=".*\S.*"
        title="A name with at least one letter"
        maxLength={120}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Button type="submit">Keep name</Button>
      <Button variant="plain" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
