'use client';
import { type Dispatch, memo } from 'react';
import type { OfferedWay } from '@/components/access/access-questions.ts';
import { AwsMessage } from '@/components/decision/aws-message.tsx';
import type { TraceTarget } from '@/components/decision/statement-row.tsx';
import { Trace } from '@/components/decision/trace.tsx';
import { applyWay } from '@/lib/model/apply-way.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import type { Step } from '@/simulator/index.ts';
import { edit } from './edits.ts';
import { fetched, OnDemand } from './on-demand.tsx';
import type { BenchAction } from './reducer.ts';
import type { Settled } from './settle.ts';
import { VerdictBar } from './verdict-bar.tsx';
import styles from './workbench.module.css';

const Ways = fetched(() => import('@/components/access/ways.tsx').then((module) => module.Ways));

interface DecisionPaneProps {
  readonly present: PlaygroundState;
  readonly settled: Settled;
  readonly dispatch: Dispatch<BenchAction>;
  readonly onHighlight: (target: TraceTarget | null) => void;
  readonly onReveal: (target: TraceTarget) => void;
  readonly onStep: (step: Step) => void;
}

/** The verdict, what AWS would say, why, and what would change it. */
export const DecisionPane = memo(function DecisionPane(props: DecisionPaneProps) {
  const { present, settled, dispatch, onHighlight, onReveal, onStep } = props;
  const { decision, stale } = settled;
  const broken = stale?.because === 'document' ? stale.document : null;
  const isDenied =
    !stale && (decision?.verdict === 'ImplicitlyDenied' || decision?.verdict === 'ExplicitlyDenied');
  const apply = (way: OfferedWay) => dispatch(edit((state) => applyWay(state, way)));
  return (
    <>
      <VerdictBar settled={settled} brokenName={present.documents.find(({ id }) => id === broken)?.name} />
      {decision && (
        <div className={`${styles.why} ${stale ? styles.stale : ''}`}>
          {decision.message && <AwsMessage message={decision.message} />}
          {isDenied && (
            <OnDemand>
              <Ways state={present} onApply={apply} />
            </OnDemand>
          )}
          <Trace
            decision={decision}
            ownKeys={false}
            onHighlight={onHighlight}
            onReveal={onReveal}
            onStep={onStep}
          />
          <p className={styles.keys}>
            <kbd>[</kbd> and <kbd>]</kbd> walk the checks
          </p>
        </div>
      )}
    </>
  );
});
