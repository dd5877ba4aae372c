'use client';
import { AwsMessage } from '@/components/decision/aws-message.tsx';
import type { TraceTarget } from '@/components/decision/statement-row.tsx';
import { Trace } from '@/components/decision/trace.tsx';
import type { Bench } from './reducer.ts';
import { VerdictBar } from './verdict-bar.tsx';
import styles from './workbench.module.css';

interface DecisionPaneProps {
  readonly bench: Bench;
  readonly onHighlight: (target: TraceTarget | null) => void;
  readonly onReveal: (target: TraceTarget) => void;
}

/** The verdict, what AWS would say, and why. */
export function DecisionPane({ bench, onHighlight, onReveal }: DecisionPaneProps) {
  const { settled, present } = bench;
  const { decision, stale } = settled;
  const broken = stale?.because === 'document' ? stale.document : null;
  return (
    <>
      <VerdictBar settled={settled} brokenName={present.documents.find(({ id }) => id === broken)?.name} />
      {decision && (
        <div className={`${styles.why} ${stale ? styles.stale : ''}`}>
          {decision.message && <AwsMessage message={decision.message} />}
          <Trace decision={decision} onHighlight={onHighlight} onReveal={onReveal} />
          <p className={styles.keys}>
            <kbd>[</kbd> and <kbd>]</kbd> walk the checks
          </p>
        </div>
      )}
    </>
  );
}
