import Link from 'next/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import styles from './lesson-head.module.css';

interface LessonHeadProps {
  readonly lesson: {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    readonly minutes: number;
  };
  readonly toc: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
  /** The whole path, for the dots. */
  readonly path: readonly { readonly id: string; readonly href: string; readonly title: string }[];
}

/** What the lesson is called, how long it takes, where it stands on the path, and what is in it. */
export function LessonHead({ lesson, toc, path }: LessonHeadProps) {
  const position = path.findIndex(({ id }) => id === lesson.id) + 1;
  return (
    <header className={styles.head}>
      <h1>{lesson.title}</h1>
      <p className={styles.lead}>{lesson.summary}</p>
      <div className={styles.facts}>
        <nav aria-label="Lessons of the path">
          <ol className={styles.dots}>
            {path.map(({ id, href, title }) => (
              <li key={id} title={title}>
                {id === lesson.id ? (
                  <span className={`${styles.stop} ${styles.here}`} aria-current="page">
                    <span className={styles.dot} />
                    <VisuallyHidden>{title}, this lesson</VisuallyHidden>
                  </span>
                ) : (
                  <Link href={href} className={styles.stop} prefetch={false}>
                    <span className={styles.dot} />
                    <VisuallyHidden>{title}</VisuallyHidden>
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </nav>
        <span>
          Lesson {position} of {path.length}
        </span>
        <span>{lesson.minutes} min</span>
      </div>
      {toc.length > 1 && (
        <nav className={styles.toc} aria-label="On this page">
          <details>
            <summary>On this page</summary>
            <ul>
              {toc.map(({ id, text, depth }) => (
                <li key={id} className={depth > 2 ? styles.deep : undefined}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
      )}
    </header>
  );
}
