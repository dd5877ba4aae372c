import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark.tsx';
import styles from './mdx.module.css';

interface CalloutProps {
  readonly tone?: 'note' | 'warning';
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something beside the thread: worth knowing (`note`), or costly to miss (`warning`). */
export function Callout({ tone = 'note', title, children }: CalloutProps) {
  const heading = title ?? (tone === 'warning' ? 'Take care' : 'Note');
  return (
    <aside className={`${styles.callout} ${tone === 'warning' ? styles.warning : ''}`} aria-label={heading}>
      <p className={styles.calloutTitle}>
        {tone === 'warning' && <Mark kind="warning" />}
        {heading}
      </p>
      {children}
    </aside>
  );
}
