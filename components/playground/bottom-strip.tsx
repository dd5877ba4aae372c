'use client';
import Link from 'next/link';
import { type Dispatch, type ReactNode, useCallback, useMemo } from 'react';
import { Tabs } from '@/components/ui/tabs.tsx';
import type { AccessRequest } from '@/simulator/index.ts';
import type { StripTab } from './actions.ts';
import { askRequest, pinBaseline, unpinBaseline } from './edits.ts';
import { fetched, OnDemand } from './on-demand.tsx';
import type { Bench, BenchAction } from './reducer.ts';
import styles from './workbench.module.css';

const Problems = fetched(() => import('./problems-panel.tsx').then((module) => module.ProblemsPanel));
const Matrix = fetched(() => import('@/components/access/matrix.tsx').then((module) => module.AccessMatrix));
const Compare = fetched(() => import('@/components/access/compare.tsx').then((module) => module.Compare));

interface BottomStripProps {
  readonly bench: Bench;
  readonly dispatch: Dispatch<BenchAction>;
  readonly tab: StripTab;
  readonly open: boolean;
  readonly onTab: (tab: StripTab) => void;
  readonly onToggle: () => void;
}

const tabNames: Readonly<Record<StripTab, string>> = {
  problems: 'Problems',
  matrix: 'Matrix',
  compare: 'Compare',
};

/** What is true of everything at once: problems of all policies, everybody's access, what has changed. */
export function BottomStrip({ bench, dispatch, tab, open, onTab, onToggle }: BottomStripProps) {
  const { present, settled } = bench;
  const paused = settled.stale?.because === 'document';
  const { identities } = present.world;
  const names = useMemo(() => new Map(identities.map(({ arn, name }) => [arn, name])), [identities]);
  const loadRequest = useCallback(
    (request: Partial<AccessRequest>) => dispatch(askRequest(request)),
    [dispatch],
  );
  const askCell = useCallback(
    (principal: string, action: string) => loadRequest({ principal, action }),
    [loadRequest],
  );
  const errors = Object.values(settled.parsed).flatMap(({ problems }) => problems).length;

  const panels: Readonly<Record<StripTab, () => ReactNode>> = {
    problems: () => <Problems state={present} dispatch={dispatch} />,
    matrix: () => (
      <Matrix
        policies={present}
        keyArn={present.request.key}
        principal={settled.requestProblems.principal ? '' : present.request.principal.trim()}
        action={present.request.action}
        names={names}
        paused={paused}
        onAsk={askCell}
      />
    ),
    compare: () => (
      <Compare
        state={present}
        paused={paused}
        onPin={() => dispatch(pinBaseline)}
        onUnpin={() => dispatch(unpinBaseline)}
        onWitness={loadRequest}
      />
    ),
  };

  return (
    <section className={styles.strip} aria-label="Problems, matrix and comparison">
      <Tabs
        label="About everything"
        className={styles.stripTabs ?? ''}
        value={tab}
        onChange={(id) => {
          onTab(id as StripTab);
          if (!open) onToggle();
        }}
        items={(Object.keys(tabNames) as StripTab[]).map((id) => ({
          id,
          label: id === 'problems' && errors > 0 ? `${tabNames[id]} ${errors}` : tabNames[id],
          panel:
            id === tab && open ? (
              <div className={styles.stripPanel}>
                <OnDemand>{panels[id]()}</OnDemand>
              </div>
            ) : null,
        }))}
      />
      <div className={styles.stripAside}>
        <Link href="/playground/account" prefetch={false} className={styles.accountLink}>
          Account
        </Link>
        <button type="button" className={styles.collapse} aria-expanded={open} onClick={onToggle}>
          {open ? 'Collapse' : 'Expand'}
        </button>
      </div>
    </section>
  );
}
