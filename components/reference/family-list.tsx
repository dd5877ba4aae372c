import Link from 'next/link';
import styles from './family-list.module.css';

interface Family {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

/** The families of the reference, each with a sentence on what is in it. */
export function FamilyList({ families }: { families: readonly Family[] }) {
  return (
    <ul className={styles.list}>
      {families.map(({ href, title, about }) => (
        <li key={href}>
          <h2>
            <Link href={href} prefetch={false}>
              {title}
            </Link>
          </h2>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  );
}
