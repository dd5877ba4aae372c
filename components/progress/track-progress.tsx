'use client';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button.tsx';
import type { LessonState } from '@/lib/model/progress.ts';
import styles from './track-progress.module.css';
import { useProgress } from './use-progress.ts';

interface LessonEntry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
}

interface TrackEntry {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonEntry[];
}

const words: Readonly<Record<LessonState, string>> = {
  new: 'Not started',
  opened: 'Started',
  passed: 'Passed',
};

/** How far every lesson is, and where to go on. Before the browser was asked, all of them read "not started". */
export function TrackProgress({ tracks }: { tracks: readonly TrackEntry[] }) {
  const progress = useProgress();
  const stateOf = (id: string): LessonState =>
    (progress.state === 'ready' ? progress.value.states.get(id) : undefined) ?? 'new';
  const lessons = tracks.flatMap((track) => track.lessons);
  const next = lessons.find(({ id }) => stateOf(id) !== 'passed');
  const hasStarted = lessons.some(({ id }) => stateOf(id) !== 'new');

  return (
    <div aria-busy={progress.state === 'loading'}>
      <div className={styles.next}>
        {progress.state !== 'loading' && next && (
          <>
            <ButtonLink href={next.href} variant="primary" prefetch={false}>
              {hasStarted ? 'Continue' : 'Start'}
            </ButtonLink>
            <p>
              {next.title} <span className={styles.muted}>{next.minutes} min</span>
            </p>
          </>
        )}
        {!next && <p>You have passed every lesson.</p>}
      </div>
      {progress.state === 'failed' && (
        <p role="alert">
          This browser does not let the site keep anything, so your progress cannot be shown. Private windows
          and strict privacy settings do this.
        </p>
      )}
      <ul className={styles.tracks}>
        {tracks.map((track) => (
          <TrackCard key={track.id} track={track} stateOf={stateOf} />
        ))}
      </ul>
    </div>
  );
}

function TrackCard({ track, stateOf }: { track: TrackEntry; stateOf: (id: string) => LessonState }) {
  const passed = track.lessons.filter(({ id }) => stateOf(id) === 'passed').length;
  return (
    <li className={styles.track}>
      <div className={styles.head}>
        <h3>{track.title}</h3>
        <span className={styles.count}>
          {passed} of {track.lessons.length} passed
        </span>
      </div>
      <progress className={styles.bar} value={passed} max={track.lessons.length} aria-label={track.title} />
      <ul className={styles.lessons}>
        {track.lessons.map((lesson) => (
          <li key={lesson.id}>
            <Link href={lesson.href} prefetch={false}>
              {lesson.title}
            </Link>
            <span className={styles.state} data-state={stateOf(lesson.id)}>
              {words[stateOf(lesson.id)]}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
