import Link from 'next/link';
import styles from './lesson-list.module.css';

interface ListedLesson {
  readonly href: string;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
}

/** The lessons of a track in the order they are read. */
export function LessonList({ lessons }: { lessons: readonly ListedLesson[] }) {
  return (
    <ol className={styles.list}>
      {lessons.map(({ id, href, title, summary, minutes }) => (
        <li key={id}>
          <Link href={href} className={styles.lesson} prefetch={false}>
            <span className={styles.title}>{title}</span>
            <span className={styles.minutes}>{minutes} min</span>
            <span className={styles.summary}>{summary}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
