import Link from 'next/link';
import type { ComponentProps } from 'react';
import { LessonList } from './lesson-list.tsx';
import styles from './track-columns.module.css';

interface ShownTrack {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: ComponentProps<typeof LessonList>['lessons'];
}

/** The tracks side by side, each with its lessons. */
export function TrackColumns({ tracks }: { tracks: readonly ShownTrack[] }) {
  return (
    <div className={styles.tracks}>
      {tracks.map(({ id, href, title, summary, lessons }, index) => (
        <section key={id} className={styles.track} aria-labelledby={`track-${id}`}>
          <span className={styles.number}>Track {index + 1}</span>
          <h2 className={styles.title} id={`track-${id}`}>
            <Link href={href} prefetch={false}>
              {title}
            </Link>
          </h2>
          <p className={styles.summary}>{summary}</p>
          <LessonList lessons={lessons} />
        </section>
      ))}
    </div>
  );
}
