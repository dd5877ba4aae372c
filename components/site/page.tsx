import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The margins of a page; `narrow` for running text. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>{children}</div>;
}
