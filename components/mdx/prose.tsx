import type { MDXContent } from 'mdx/types';
import { mdxComponents } from './mdx-components.tsx';
import styles from './prose.module.css';

/** A compiled document, set for reading. */
export function Prose({ Body }: { Body: MDXContent }) {
  return (
    <div className={styles.prose}>
      <Body components={mdxComponents} />
    </div>
  );
}
