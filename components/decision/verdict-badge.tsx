import { Mark, type MarkKind } from '@/components/ui/mark.tsx';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { Verdict } from '@/simulator/index.ts';
import styles from './verdict-badge.module.css';

/** How each verdict is drawn. */
export const verdictMarks: Record<Verdict, MarkKind> = {
  Allowed: 'allow',
  ExplicitlyDenied: 'deny',
  ImplicitlyDenied: 'silent',
  NotSimulated: 'unknown',
};

interface VerdictBadgeProps {
  readonly verdict: Verdict;
  /** `large` where the verdict is the page's one loud thing. */
  readonly size?: 'normal' | 'large';
}

/** The verdict by mark, word and form, so that it is told apart without colours. */
export function VerdictBadge({ verdict, size = 'normal' }: VerdictBadgeProps) {
  return (
    <span data-verdict={verdict} className={`${styles.badge} ${styles[size]} ${styles[verdict]}`}>
      <Mark kind={verdictMarks[verdict]} size={size === 'large' ? 24 : 16} />
      {verdictWords[verdict].word}
    </span>
  );
}
