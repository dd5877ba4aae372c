import { formatMilliseconds } from '@/components/decision/format-milliseconds.ts';
import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import { verdictWords } from '@/simulator/explain/en.ts';
import type { Settled } from './settle.ts';
import styles from './workbench.module.css';

interface VerdictBarProps {
  readonly settled: Settled;
  /** The name of the document that cannot be used as it is. */
  readonly brokenName: string | undefined;
}

/** The verdict, or the last one that held, and since when it is not of this text. */
export function VerdictBar({ settled: { decision, stale, milliseconds }, brokenName }: VerdictBarProps) {
  const since =
    stale?.because === 'document'
      ? `as of the last valid text: ${brokenName} cannot be used as it is, see line ${stale.line}`
      : stale && 'as of the last request that could be read';
  return (
    <div className={styles.verdict}>
      <div className={stale ? styles.stale : undefined}>
        {decision ? <VerdictBadge verdict={decision.verdict} /> : <span>No verdict yet</span>}
      </div>
      {since && <span className={styles.since}>{since}</span>}
      {milliseconds !== null && <span className={styles.took}>{formatMilliseconds(milliseconds)}</span>}
      <output className={styles.live}>
        {decision && `${verdictWords[decision.verdict].word}${since ? `, ${since}` : ''}`}
      </output>
    </div>
  );
}
