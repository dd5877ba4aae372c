'use client';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import styles from './account.module.css';

interface DateFieldProps {
  /** Milliseconds; only later days can be chosen. */
  readonly now: number;
  readonly disabled: boolean;
  readonly onChoose: (at: number) => void;
}

/** A day to move the clock to. */
export function DateField({ now, disabled, onChoose }: DateFieldProps) {
  const id = useId();
  const [date, setDate] = useState('');
  const at = Date.parse(`${date}T00:00:00Z`);
  const canGo = at > now && !disabled;
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!canGo) return;
    onChoose(at);
    setDate('');
  };
  return (
    <form className={styles.toDate} onSubmit={go}>
      <label htmlFor={id}>
        <VisuallyHidden>Move the clock to a date</VisuallyHidden>
      </label>
      <input
        id={id}
        type="date"
        value={date}
        min={new Date(now + 86_400_000).toISOString().slice(0, 10)}
        onChange={(event) => setDate(event.target.value)}
      />
      <Button type="submit" disabled={!canGo}>
        Go
      </Button>
    </form>
  );
}
