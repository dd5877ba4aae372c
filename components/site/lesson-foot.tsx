import Link from 'next/link';
import styles from './lesson-foot.module.css';

interface Neighbour {
  readonly href: string;
  readonly title: string;
}

interface LessonFootProps {
  readonly lesson: { readonly updated: string; readonly sources: readonly string[] };
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
}

/** Where the facts come from, and the way on. */
export function LessonFoot({ lesson, previous, next }: LessonFootProps) {
  return (
    <footer className={styles.foot}>
      <details className={styles.sources}>
        <summary>
          Facts checked on <time dateTime={lesson.updated}>{lesson.updated}</time> against{' '}
          {lesson.sources.length === 1 ? 'one page' : `${lesson.sources.length} pages`} of AWS’s documentation
        </summary>
        <ul>
          {lesson.sources.map((source) => (
            <li key={source}>
              <a href={source}>{source.replace(/^https:\/\//, '')}</a>
            </li>
          ))}
        </ul>
      </details>
      <nav className={styles.neighbours} aria-label="Previous and next lesson">
        {previous && (
          <Link href={previous.href} className={styles.neighbour} prefetch={false}>
            <span>Previous</span>
            {previous.title}
          </Link>
        )}
        <Link
          href={next?.href ?? '/playground'}
          className={`${styles.neighbour} ${styles.next}`}
          prefetch={false}
        >
          <span>{next ? 'Next' : 'The path ends here'}</span>
          {next?.title ?? 'Try your own policy in the playground'}
        </Link>
      </nav>
    </footer>
  );
}
