'use client';
import { useRef } from 'react';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { describeGrant, describeStep, stepNames } from '@/simulator/explain/en.ts';
import { describeNote } from '@/simulator/explain/notes.ts';
import type { Decision, Step } from '@/simulator/index.ts';
import { nearestFirst, nearMisses, outcomes } from './outcomes.ts';
import { StatementRow, type TraceTarget } from './statement-row.tsx';
import styles from './trace.module.css';
import { useStepKeys } from './use-step-keys.ts';

export interface TraceProps {
  readonly decision: Decision;
  /** A statement is pointed at, or none any more. */
  readonly onHighlight?: (target: TraceTarget | null) => void;
  /** A statement was chosen: show it in its policy. */
  readonly onReveal?: (target: TraceTarget) => void;
  /** A step got the focus. */
  readonly onStep?: (step: Step) => void;
  /** Whether the trace listens to `[` and `]` itself; it does unless its page has keys of its own. */
  readonly ownKeys?: boolean;
}

/** The checks in the order AWS makes them, each with what it found and the statements it looked at. */
export function Trace(props: TraceProps) {
  const { decision } = props;
  const list = useRef<HTMLOListElement>(null);
  useStepKeys(list, props.ownKeys ?? true);
  return (
    <div className={styles.trace}>
      {decision.steps.length > 0 && (
        <ol ref={list} className={styles.steps} data-trace>
          {decision.steps.map((step) => (
            <StepItem key={step.code} step={step} {...props} />
          ))}
        </ol>
      )}
      {decision.parts?.map((part) => (
        <section key={`${part.action} ${part.resource}`} className={styles.part}>
          <h3 className={styles.partTitle}>
            <code>{part.action}</code> on <code>{part.resource}</code>
          </h3>
          <Trace {...props} decision={part.decision} />
        </section>
      ))}
      {decision.notes.length > 0 && (
        <ul className={styles.notes}>
          {decision.notes.map((note) => (
            <li key={`${note.code} ${JSON.stringify(note.data)}`}>{describeNote(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function StepItem({ step, decision, onHighlight, onReveal, onStep }: TraceProps & { readonly step: Step }) {
  const { mark, tone, word } = outcomes[step.outcome];
  const near = nearMisses(step.statements);
  return (
    <li
      tabIndex={-1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onStep?.(step);
      }}
      className={`${styles.step} ${step.decisive ? styles.decisive : ''}`}
    >
      <div className={styles.stepHead}>
        <span className={styles[tone]}>
          <Mark kind={mark} />
        </span>
        <span className={styles.stepName}>{stepNames[step.code]}</span>
        <VisuallyHidden>{word}. </VisuallyHidden>
        {step.decisive && <span className={styles.decides}>decides</span>}
      </div>
      <p className={styles.says}>{describeStep(step, decision)}</p>
      {step.statements.length > 0 && (
        <ul className={styles.statements}>
          {nearestFirst(step.statements).map((statement) => (
            <StatementRow
              key={`${statement.policy}.${statement.index}`}
              statement={statement}
              near={near.has(statement)}
              onHighlight={onHighlight}
              onReveal={onReveal}
            />
          ))}
        </ul>
      )}
      {step.grants && step.grants.length > 0 && (
        <ul className={styles.grants}>
          {step.grants.map((grant) => (
            <li key={grant.grantId}>{describeGrant(grant)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
