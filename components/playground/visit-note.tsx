import Link from 'next/link';
import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';
import styles from './workbench.module.css';

/** What was handed over from another page, and the way back there. */
export function VisitNote({ visit }: { visit: PlaygroundVisit }) {
  return (
    <section className={styles.note} aria-label="About this scenario">
      <p className={styles.symptom}>{visit.note}</p>
      <Link href={visit.back} prefetch={false}>
        Back to the lesson
      </Link>
    </section>
  );
}
