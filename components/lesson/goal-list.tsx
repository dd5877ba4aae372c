'use client';
import { useState } from 'react';
import { AwsMessage } from '@/components/decision/aws-message.tsx';
import { Trace } from '@/components/decision/trace.tsx';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import type { Goal, GoalResult } from '@/lib/model/lab.ts';
import type { TextRange } from '@/simulator/index.ts';
import { GoalMark } from './goal-mark.tsx';
import styles from './lab.module.css';

interface Pointing {
  /** A place in the key policy that the reader points at in a trace. */
  readonly onHighlight: (range: TextRange | null) => void;
  /** A place to show in the editor. */
  readonly onReveal: (range: TextRange) => void;
}

interface GoalListProps extends Pointing {
  readonly goals: readonly Goal[];
  readonly results: readonly GoalResult[];
  readonly stale: boolean;
}

/** The goals, each with its mark and the trace behind it. */
export function GoalList({ goals, results, stale, ...pointing }: GoalListProps) {
  return (
    <ul className={`${styles.goals} ${stale ? styles.stale : ''}`}>
      {goals.map((goal) => {
        const result = results.find(({ id }) => id === goal.id);
        return result && <GoalItem key={goal.id} goal={goal} result={result} {...pointing} />;
      })}
    </ul>
  );
}

interface GoalItemProps extends Pointing {
  readonly goal: Goal;
  readonly result: GoalResult;
}

function GoalItem({ goal, result: { passed, decision }, onHighlight, onReveal }: GoalItemProps) {
  const [open, setOpen] = useState(false);
  // The lab's IAM policies are in the trace too, but only the key policy is in the editor.
  const inEditor = (policy: number) => decision.policies[policy]?.kind === 'key';
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
              {decision.message && <AwsMessage message={decision.message} />}
              <Trace
                decision={decision}
                onHighlight={(target) => onHighlight(target && inEditor(target.policy) ? target.range : null)}
                onReveal={({ policy, range }) => inEditor(policy) && onReveal(range)}
              />
            </div>
          )}
        </details>
      </div>
    </li>
  );
}
