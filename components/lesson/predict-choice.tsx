'use client';
import { type ReactNode, useId, useState } from 'react';
import type { Verdict } from '@/simulator/index.ts';
import styles from './predict.module.css';

interface PredictChoiceProps {
  readonly verdict: Verdict;
  /** The answer and why. */
  readonly children: ReactNode;
}

const choices = [
  { verdict: 'Allowed', word: 'Allowed', meaning: 'somebody says yes, nobody says no' },
  { verdict: 'ImplicitlyDenied', word: 'Implicitly denied', meaning: 'nobody says yes' },
  { verdict: 'ExplicitlyDenied', word: 'Explicitly denied', meaning: 'a Deny matches' },
] as const;

/** Choose what you expect, then open the answer; what you chose is held against it. */
export function PredictChoice({ verdict, children }: PredictChoiceProps) {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const word = choices.find((choice) => choice.verdict === chosen)?.word;
  return (
    <>
      <fieldset className={styles.choices} disabled={open}>
        <legend>What do you expect?</legend>
        {choices.map((choice) => (
          <label key={choice.verdict}>
            <input
              type="radio"
              name={name}
              value={choice.verdict}
              checked={chosen === choice.verdict}
              onChange={() => setChosen(choice.verdict)}
            />
            <span>
              {choice.word} <span className={styles.meaning}>{choice.meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <details className={styles.answer} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.run}>
          <span className={styles.closed}>Run it</span>
          <span className={styles.opened}>Hide the answer</span>
        </summary>
        <div className={styles.reveal}>
          <p role="status">
            {open &&
              word &&
              (chosen === verdict
                ? `You expected “${word}”, and so it is.`
                : `You expected “${word}”. KMS says:`)}
          </p>
          {children}
        </div>
      </details>
    </>
  );
}
