import type { Metadata } from 'next';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { TrackColumns } from '@/components/site/track-columns.tsx';
import { readTracks } from '@/lib/server/articles.ts';

export const metadata: Metadata = { title: 'Not found' };

/** No such address: what is here instead. */
export default async function NotFound() {
  return (
    <Page>
      <PageHead
        title="There is no page here."
        lead="The address may be mistyped, or the page has moved. Here is what there is to read."
      />
      <TrackColumns tracks={await readTracks()} />
    </Page>
  );
}
