'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import styles from './lab.module.css';
import type { Draft, DraftState } from './use-draft.ts';

const states: Record<DraftState, string> = {
  new: 'Not changed yet',
  kept: 'Draft kept in this browser',
  unkept: 'This browser keeps nothing: a reload loses the text',
};

interface LabBarProps {
  readonly draft: Draft;
  readonly starter: string;
  /** What else can be done with the text. */
  readonly children: ReactNode;
}

/** What becomes of the text: kept, taken back to the start, and the way back from that. */
export function LabBar({ draft, starter, children }: LabBarProps) {
  const [dropped, setDropped] = useState<string | null>(null);
  const changed = draft.text !== starter;
  return (
    <div className={styles.bar}>
      <span className={styles.barState}>{states[draft.state]}</span>
      {!changed && dropped !== null && (
        <Button
          variant="plain"
          onClick={() => {
            draft.edit(dropped);
            setDropped(null);
          }}
        >
          Put my text back
        </Button>
      )}
      {changed && (
        <Button
          variant="plain"
          onClick={() => {
            setDropped(draft.text);
            draft.reset();
          }}
        >
          Reset
        </Button>
      )}
      {children}
    </div>
  );
}
