import type { Metadata } from 'next';
import { FindingIndex } from '@/components/reference/finding-index.tsx';
import { Breadcrumbs } from '@/components/site/breadcrumbs.tsx';
import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { findingSummaries } from '@/lib/server/findings.ts';

const lead = 'What the policy check reports, each with a policy that has it and one that does not.';

export const metadata: Metadata = { title: 'Findings of the policy check', description: lead };

/** Every finding of the policy check. */
export default function FindingsPage() {
  return (
    <Page>
      <PageHead title="Findings of the policy check" lead={lead}>
        <Breadcrumbs steps={[{ href: '/reference', label: 'Reference' }]} />
      </PageHead>
      <FindingIndex findings={findingSummaries} />
    </Page>
  );
}
