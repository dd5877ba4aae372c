'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './workbench.module.css';

interface SplitterProps {
  readonly label: string;
  /** `vertical`: it stands between panes side by side. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly value: number;
  readonly limits: readonly [number, number];
  /** The value that a pointer's place means, in percent. */
  readonly valueAt: (event: PointerEvent<HTMLElement>) => number;
  readonly onChange: (value: number) => void;
  /** Enter and a double click close the pane, and open it again. */
  readonly onToggle?: () => void;
}

const step = 2;

/** A bar between panes: dragged, or moved with arrows, after the ARIA window splitter. */
export function Splitter(props: SplitterProps) {
  const { label, orientation, value, limits, valueAt, onChange, onToggle } = props;
  const [least, most] = limits;
  const put = (next: number) => onChange(Math.round(Math.min(Math.max(next, least), most) * 10) / 10);

  const onKeyDown = (event: KeyboardEvent) => {
    const grow = orientation === 'vertical' ? 'ArrowRight' : 'ArrowUp';
    const shrink = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowDown';
    const moves: Record<string, number> = {
      [grow]: value + step,
      [shrink]: value - step,
      Home: least,
      End: most,
    };
    const next = moves[event.key];
    if (next !== undefined) put(next);
    else if (event.key === 'Enter' && onToggle) onToggle();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved.
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={most}
      className={`${styles.splitter} ${styles[orientation]}`}
      onKeyDown={onKeyDown}
      onDoubleClick={onToggle}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) put(valueAt(event));
      }}
    />
  );
}
