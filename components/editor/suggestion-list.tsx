'use client';
import { useEffect, useRef } from 'react';
import type { Completion } from '@/simulator/index.ts';
import styles from './suggestion-list.module.css';

interface SuggestionListProps {
  /** Of the listbox; option `n` has this id with `-n` behind it. */
  readonly id: string;
  readonly items: readonly Completion[];
  readonly active: number;
  /** Where the text begins that is completed. */
  readonly place: DOMRect;
  readonly onChoose: (item: Completion) => void;
}

const width = 420;
const height = 240;

/** The completions at the caret. The focus stays in the textarea, which names the active one. */
export function SuggestionList({ id, items, active, place, onChoose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const below = place.bottom + height < window.innerHeight || place.top < height;
  const left = Math.max(8, Math.min(place.left, window.innerWidth - width - 8));

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const documentation = items[active]?.documentation;
  return (
    <div
      className={styles.popup}
      style={{
        left,
        ...(below ? { top: place.bottom + 2 } : { bottom: window.innerHeight - place.top + 2 }),
      }}
    >
      <div ref={list} role="listbox" id={id} aria-label="Suggestions" tabIndex={0} className={styles.list}>
        {items.map((item, index) => (
          // The keyboard chooses in the textarea, which has the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={`${item.label} ${item.insert}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <span className={styles.label}>{item.label}</span>
            {item.detail && <span className={styles.detail}>{item.detail}</span>}
          </div>
        ))}
      </div>
      {documentation && <p className={styles.documentation}>{documentation}</p>}
    </div>
  );
}
