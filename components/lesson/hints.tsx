'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import styles from './lab.module.css';

/** Hints, one at a time, in order. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0);
  return (
    <div className={styles.hints}>
      <ol aria-live="polite">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {shown < hints.length && (
        <Button onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'Show a hint' : 'Another hint'} ({shown + 1} of {hints.length})
        </Button>
      )}
    </div>
  );
}
