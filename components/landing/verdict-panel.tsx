import { formatMilliseconds } from '@/components/decision/format-milliseconds.ts';
import { outcomes } from '@/components/decision/outcomes.ts';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { describeStep, stepNames } from '@/simulator/explain/en.ts';
import type { StatementResult } from '@/simulator/index.ts';
import type { Answer } from './example.ts';
import { lineOf } from './example-blocks.ts';
import styles from './verdict-panel.module.css';

/** The verdict, the statement it rests on, and every check on the way to it. */
export function VerdictPanel({ answer, milliseconds }: { answer: Answer; milliseconds: number | undefined }) {
  const { decision, decidedBy, lockedOut } = answer;
  const checks = decision.steps.filter(({ outcome }) => outcome !== 'notConsulted');
  const decisive = decision.steps.find((step) => step.decisive);
  return (
    <div className={styles.panel}>
      <div role="status" className={styles.verdict}>
        <VerdictBadge verdict={decision.verdict} size="large" />
        <p className={styles.reason}>
          {decidedBy ? (
            <>
              by <code>{nameOf(decidedBy)}</code>, line {lineOf(decidedBy.range.start)}
            </>
          ) : (
            decisive && describeStep(decisive, decision)
          )}
        </p>
        {lockedOut && (
          <p className={styles.warning}>
            <Mark kind="warning" />
            <span>
              <strong>Locked out.</strong> With this policy nobody in the account could change it again,
              whatever IAM allows. KMS refuses to save it unless its safety check is bypassed.
            </span>
          </p>
        )}
      </div>
      <details className={styles.why} open>
        <summary>
          <span>
            why: {checks.length} {checks.length === 1 ? 'check' : 'checks'}
          </span>
          <span className={styles.time}>
            {milliseconds !== undefined && formatMilliseconds(milliseconds)}
          </span>
        </summary>
        <ol className={styles.steps}>
          {checks.map((step) => (
            <li key={step.code} className={step.decisive ? styles.decisive : undefined}>
              <span className={styles[outcomes[step.outcome].tone]}>
                <Mark kind={outcomes[step.outcome].mark} />
              </span>
              <span>
                <VisuallyHidden>{stepNames[step.code]}: </VisuallyHidden>
                {describeStep(step, decision)}
              </span>
            </li>
          ))}
        </ol>
        {decision.message && <p className={styles.message}>{decision.message}</p>}
      </details>
    </div>
  );
}

function nameOf({ sid, index }: StatementResult): string {
  return sid ?? `statement ${index + 1}`;
}
