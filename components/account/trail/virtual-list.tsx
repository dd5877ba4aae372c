'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './trail.module.css';
import { listHeight, rowHeight, windowOf } from './window.ts';

interface VirtualListProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly count: number;
  /** The cells of a row. */
  readonly row: (index: number) => ReactNode;
  readonly isSelected: (index: number) => boolean;
  /** Told which rows are in sight. */
  readonly onSight: (first: number, last: number) => void;
}

/** A table of any length, of which only what is in sight is drawn. Arrow keys scroll it. */
export function VirtualList({ label, columns, count, row, isSelected, onSight }: VirtualListProps) {
  const scroller = useRef<HTMLElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(480);
  const { first, last, top } = windowOf(count, scrollTop, height);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => onSight(first, last), [onSight, first, last]);

  const below = Math.max(0, listHeight(count) - top - (last - first) * rowHeight);
  return (
    <section
      ref={scroller}
      aria-label={label}
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
      tabIndex={0}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <table aria-label={label} aria-rowcount={count + 1} className={styles.table}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={top} columns={columns.length} />
          {Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset).map((index) => (
            <tr key={index} aria-rowindex={index + 2} data-selected={isSelected(index)}>
              {row(index)}
            </tr>
          ))}
          <Gap height={below} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
