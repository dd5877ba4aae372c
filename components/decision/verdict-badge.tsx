import { Mark, type MarkKind } from '@/components/ui/mark.tsx';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { Verdict } from '@/simulator/index.ts';
import styles from './verdict-badge.module.css';

const marks: Record<Verdict, MarkKind> = {
  Allowed: 'allow',
  ExplicitlyDenied: 'deny',
  ImplicitlyDenied: 'silent',
  NotSimulated: 'unknown',
};

/** The verdict by mark, word and form, so that it is told apart without colours. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span data-verdict={verdict} className={`${styles.badge} ${styles[verdict]}`}>
      <Mark kind={marks[verdict]} />
      {verdictWords[verdict].word}
    </span>
  );
}
