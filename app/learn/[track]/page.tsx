import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/site/breadcrumbs.tsx';
import { LessonList } from '@/components/site/lesson-list.tsx';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { readTracks } from '@/lib/server/articles.ts';

interface TrackProps {
  readonly params: Promise<{ track: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await readTracks()).map(({ id }) => ({ track: id }));
}

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  const { title, summary } = await trackOf(params);
  return { title, description: summary };
}

/** One track: its lessons in order. */
export default async function TrackPage({ params }: TrackProps) {
  const { title, summary, lessons } = await trackOf(params);
  return (
    <Page narrow>
      <PageHead title={title} lead={summary}>
        <Breadcrumbs steps={[{ href: '/learn', label: 'Learn' }]} />
      </PageHead>
      <LessonList lessons={lessons} />
    </Page>
  );
}

async function trackOf(params: TrackProps['params']) {
  const { track } = await params;
  return (await readTracks()).find(({ id }) => id === track) ?? notFound();
}
