'use client';
import { useState } from 'react';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import type { Goal, GoalResult } from '@/lib/model/lab.ts';
import type { TextRange } from '@/simulator/index.ts';
import { GoalMark } from './goal-mark.tsx';
import styles from './lab.module.css';

interface GoalListProps {
  readonly goals: readonly Goal[];
  readonly results: readonly GoalResult[];
  readonly stale: boolean;
  /** A place in the key policy that the reader points at in a trace. */
  readonly onHighlight: (range: TextRange | null) => void;
}

/** The goals, each with its mark and the trace behind it. */
export function GoalList({ goals, results, stale, onHighlight }: GoalListProps) {
  return (
    <ul className={`${styles.goals} ${stale ? styles.stale : ''}`}>
      {goals.map((goal) => {
        const result = results.find(({ id }) => id === goal.id);
        return result && <GoalItem key={goal.id} goal={goal} result={result} onHighlight={onHighlight} />;
      })}
    </ul>
  );
}

interface GoalItemProps {
  readonly goal: Goal;
  readonly result: GoalResult;
  readonly onHighlight: (range: TextRange | null) => void;
}

function GoalItem({ goal, result: { passed, decision }, onHighlight }: GoalItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.goal}>
      <GoalMark passed={passed} />
      <div className={styles.goalBody}>
        <p>
          {goal.text}
          <span className={styles.goalState}>{passed ? 'reached' : 'not yet'}</span>
        </p>
        <details className={styles.why} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            <VerdictBadge verdict={decision.verdict} /> <span className={styles.whyWord}>Why?</span>
          </summary>
          {open && (
            <div className={styles.trace}>
              {decision.message && <p className={styles.message}>{decision.message}</p>}
            </div>
          )}
        </details>
      </div>
    </li>
  );
}
