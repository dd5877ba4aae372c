import type { ReactNode } from 'react';
import styles from './mdx.module.css';

/** A term at the place that defines it. */
export function KeyTerm({ children }: { children: ReactNode }) {
  return <dfn className={styles.term}>{children}</dfn>;
}

/** A table, drawing or code block with a line that says what it shows. */
export function Figure({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure className={styles.figure}>
      {children}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** What to take away, at the end of a lesson. */
export function Recap({ children }: { children: ReactNode }) {
  return (
    <section className={styles.recap} aria-labelledby="recap">
      <h2 id="recap">Recap</h2>
      {children}
    </section>
  );
}
