import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** A page's name with one sentence on what is here; what stands above it goes in `children`. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      {children}
      <h1>{title}</h1>
      <p className={styles.lead}>{lead}</p>
    </header>
  );
}
