import type { MarkKind } from '@/components/ui/mark.tsx';
import type { StatementResult, StepOutcome } from '@/simulator/index.ts';

/** How an outcome is drawn, which of the verdict's colours it takes, and its word for screen readers. */
export const outcomes: Record<
  StepOutcome,
  {
    readonly mark: MarkKind;
    readonly tone: 'allow' | 'deny' | 'silent' | 'unknown' | 'muted';
    readonly word: string;
  }
> = {
  allows: { mark: 'allow', tone: 'allow', word: 'Allows' },
  delegates: { mark: 'forward', tone: 'silent', word: 'Delegates' },
  denies: { mark: 'deny', tone: 'deny', word: 'Denies' },
  silent: { mark: 'silent', tone: 'silent', word: 'Does not allow' },
  passes: { mark: 'allow', tone: 'muted', word: 'Passes' },
  notConsulted: { mark: 'skipped', tone: 'muted', word: 'Not consulted' },
  notSimulated: { mark: 'unknown', tone: 'unknown', word: 'Not simulated' },
};

/** At this share of fitting elements a statement is worth pointing out: little keeps it from matching. */
const nearEnough = 0.5;

/** The statements that miss by the least, at most one element each. */
export function nearMisses(statements: readonly StatementResult[]): ReadonlySet<StatementResult> {
  const missed = statements.filter(({ matched }) => !matched);
  const best = Math.max(nearEnough, ...missed.map(({ nearness }) => nearness));
  return new Set(missed.filter(({ nearness }) => nearness >= best));
}

/** Statements that matched before those that did not, and of these the nearest first. */
export function nearestFirst(statements: readonly StatementResult[]): readonly StatementResult[] {
  return [...statements].sort((a, b) => b.nearness - a.nearness);
}
