'use client';
import { useEffect, useState } from 'react';
import { Trace } from '@/components/decision/trace.tsx';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { Decision } from '@/simulator/index.ts';
import styles from './account.module.css';
import { useTools } from './account-context.ts';

interface WhyDialogProps {
  readonly asked: { readonly requestId: string; readonly title: string } | null;
  readonly onClose: () => void;
}

/** The decision behind a record of the trail, check by check. */
export function WhyDialog({ asked, onClose }: WhyDialogProps) {
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked ? `Why: ${asked.title}` : ''}>
      {asked && <Why key={asked.requestId} requestId={asked.requestId} />}
    </Dialog>
  );
}

function Why({ requestId }: { requestId: string }) {
  const { client } = useTools();
  const [decision, setDecision] = useState<Decision | null | undefined>(undefined);
  useEffect(() => {
    void client.ask('decision', requestId).then(setDecision);
  }, [client, requestId]);
  if (decision === undefined) return <p>Deciding again …</p>;
  if (decision === null) {
    return (
      <p>
        No policy was asked about this call: KMS answered before that, as for a request that it cannot read or
        a key that there is not. Or the call is not among the latest thousand, whose decisions are kept.
      </p>
    );
  }
  return (
    <div className={styles.why}>
      <VerdictBadge verdict={decision.verdict} />
      {decision.message && <blockquote>{decision.message}</blockquote>}
      <Trace decision={decision} />
    </div>
  );
}
