'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface TabsProps {
  /** Names the group for screen readers. */
  readonly label: string;
  readonly items: readonly TabItem[];
  /** Give both to hold the choice outside. */
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly className?: string;
}

/** Tabs after the ARIA pattern: arrows, Home and End move; the panel follows at once. */
export function Tabs({ label, items, value, onChange, className }: TabsProps) {
  const base = useId();
  const [own, setOwn] = useState(items[0]?.id ?? '');
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const selected = value ?? own;

  const choose = (id: string) => {
    setOwn(id);
    onChange?.(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const next =
      items[
        nextIndex(
          event.key,
          items.findIndex((item) => item.id === selected),
          items.length,
        )
      ];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    buttons.current.get(next.id)?.focus();
  };

  return (
    <div className={className}>
      <div role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            ref={(element) => {
              if (element) buttons.current.set(item.id, element);
              return () => void buttons.current.delete(item.id);
            }}
            type="button"
            role="tab"
            id={`${base}-tab-${item.id}`}
            aria-controls={`${base}-panel-${item.id}`}
            aria-selected={item.id === selected}
            tabIndex={item.id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(item.id)}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${base}-panel-${item.id}`}
          aria-labelledby={`${base}-tab-${item.id}`}
          hidden={item.id !== selected}
        >
          {item.panel}
        </div>
      ))}
    </div>
  );
}

/** Where a key leads from `index`; -1 for keys that do not move. */
function nextIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
