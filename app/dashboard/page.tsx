import type { Metadata } from 'next';
import { SavedPolicies } from '@/components/progress/saved-policies.tsx';
import { SyncStatus } from '@/components/progress/sync-status.tsx';
import { TrackProgress } from '@/components/progress/track-progress.tsx';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { readTracks } from '@/lib/server/articles.ts';
import styles from './page.module.css';

export const metadata: Metadata = {
  title: 'Dashboard',
  description: 'Your progress through the lessons and the policies you keep.',
};

/** The learner's own page. It is static: what it shows comes from the reader's browser. */
export default async function DashboardPage() {
  const tracks = (await readTracks()).map(({ id, title, lessons }) => ({
    id,
    title,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      href: lesson.href,
      minutes: lesson.minutes,
    })),
  }));
  return (
    <Page>
      <PageHead
        title="Dashboard"
        lead="Your progress and your policies, kept in this browser and, once there is something to keep, on this site’s server. No account needed."
      />
      <noscript>
        <p>What you have done is kept by your browser, and showing it takes JavaScript.</p>
      </noscript>
      <SyncStatus />
      <section className={styles.section} aria-labelledby="lessons">
        <h2 id="lessons">Lessons</h2>
        <TrackProgress tracks={tracks} />
      </section>
      <section className={styles.section} aria-labelledby="policies">
        <h2 id="policies">Saved policies</h2>
        <SavedPolicies />
      </section>
    </Page>
  );
}
