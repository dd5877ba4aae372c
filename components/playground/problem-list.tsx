import { lineAndColumn } from '@/components/editor/mirror-lines.ts';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { describeProblem } from '@/simulator/explain/problems.ts';
import type { PolicyProblem, TextRange } from '@/simulator/index.ts';
import styles from './workbench.module.css';

interface ProblemListProps {
  readonly text: string;
  readonly problems: readonly PolicyProblem[];
  readonly onReveal: (range: TextRange) => void;
}

/** What AWS would refuse or the author hardly means; each leads to its place in the text. */
export function ProblemList({ text, problems, onReveal }: ProblemListProps) {
  return (
    <ul className={styles.problems} aria-label="Problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.range.start} ${JSON.stringify(problem.data)}`}>
          <button type="button" className={styles.problem} onClick={() => onReveal(problem.range)}>
            <Mark kind="warning" size={14} />
            <VisuallyHidden>{problem.severity === 'error' ? 'Error: ' : 'Warning: '}</VisuallyHidden>
            <span className={styles.line}>line {lineAndColumn(text, problem.range.start).line}</span>
            <span>{describeProblem(problem)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
