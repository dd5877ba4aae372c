import type { Metadata } from 'next';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { TrackColumns } from '@/components/site/track-columns.tsx';
import { readTracks } from '@/lib/server/articles.ts';

const lead =
  'Short lessons, each with a key policy to change and a simulator that answers at once. Read them in order or start where it hurts.';

export const metadata: Metadata = { title: 'Learn', description: lead };

/** The whole path: tracks and their lessons. */
export default async function LearnPage() {
  return (
    <Page>
      <PageHead title="Learn AWS KMS keys" lead={lead} />
      <TrackColumns tracks={await readTracks()} />
    </Page>
  );
}
