import Link from 'next/link';
import styles from './breadcrumbs.module.css';

/** The way back up, from the widest to the nearest; the page itself is not among them. */
export function Breadcrumbs({ steps }: { steps: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.list}>
        {steps.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
