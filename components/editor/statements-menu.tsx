'use client';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { OutlineEntry, TextRange } from '@/simulator/index.ts';
import styles from './toolbar.module.css';

interface StatementsMenuProps {
  /** Asked when the menu opens. */
  readonly entries: () => Promise<readonly OutlineEntry[]>;
  readonly onGo: (range: TextRange) => void;
}

/** The statements of the policy by Sid; each leads to its place in the text. */
export function StatementsMenu({ entries, onGo }: StatementsMenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<readonly OutlineEntry[] | null>(null);
  const close = () => setShown(null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what the button inside opened.
    <div
      className={styles.menu}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown) return;
        close();
        opener.current?.focus();
      }}
    >
      <Button
        ref={opener}
        variant="plain"
        className={styles.tool ?? ''}
        aria-expanded={shown !== null}
        aria-controls={shown ? id : undefined}
        onClick={() => {
          if (shown) close();
          else void entries().then(setShown);
        }}
      >
        Statements
      </Button>
      {shown && (
        <ul id={id} className={styles.entries} aria-label="Statements">
          {shown.length === 0 && <li className={styles.none}>There are no statements.</li>}
          {shown.map(({ name, detail, selection }) => (
            <li key={selection.start}>
              <button
                type="button"
                className={styles.entry}
                onClick={() => {
                  close();
                  onGo(selection);
                }}
              >
                <span className={styles.name}>{name}</span>
                <span className={styles.detail}>{detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
