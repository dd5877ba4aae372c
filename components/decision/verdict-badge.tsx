import type { Verdict } from '@/simulator/index.ts';
import styles from './verdict-badge.module.css';

const words: Record<Verdict, { mark: string; word: string }> = {
  Allowed: { mark: '✔', word: 'Allowed' },
  ExplicitlyDenied: { mark: '⊘', word: 'Explicitly denied' },
  ImplicitlyDenied: { mark: '◌', word: 'Implicitly denied' },
  NotSimulated: { mark: '?', word: 'Not simulated' },
};

/** The verdict by mark, word and form, so that it is told apart without colours. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { mark, word } = words[verdict];
  return (
    <span data-verdict={verdict} className={`${styles.badge} ${styles[verdict]}`}>
      <span aria-hidden="true" className={styles.mark}>
        {mark}
      </span>
      {word}
    </span>
  );
}
