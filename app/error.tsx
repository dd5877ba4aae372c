'use client';

import { Page } from '@/components/site/page.tsx';
import { PageHead } from '@/components/site/page-head.tsx';
import { Button } from '@/components/ui/button.tsx';

/** Something threw on this page; the frame stands, and nothing that was kept is lost. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page narrow>
      <PageHead
        title="This page broke."
        lead="That is our fault, not your policy’s. What you saved is still kept in this browser."
      />
      <p>
        <code>{error.digest ?? error.message}</code>
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </Page>
  );
}
