import type { Metadata } from 'next';
import { FamilyList } from '@/components/reference/family-list.tsx';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { findingSummaries } from '@/lib/server/findings.ts';

const lead = 'Tables of what there is, made from the same data as the simulator.';

export const metadata: Metadata = { title: 'Reference', description: lead };

/** What can be looked up. */
export default function ReferencePage() {
  return (
    <Page narrow>
      <PageHead title="Reference" lead={lead} />
      <FamilyList
        families={[
          {
            href: '/reference/findings',
            title: 'Findings of the policy check',
            about: `${findingSummaries.length} mistakes in policies: what each looks like, why it matters, what AWS does, and what to write instead.`,
          },
        ]}
      />
    </Page>
  );
}
