'use client';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { ElementResult, StatementResult, TextRange } from '@/simulator/index.ts';
import styles from './trace.module.css';

/** A place in one of the decision's policies. */
export interface TraceTarget {
  readonly policy: number;
  readonly range: TextRange;
}

interface StatementRowProps {
  readonly statement: StatementResult;
  readonly near: boolean;
  readonly onHighlight?: ((target: TraceTarget | null) => void) | undefined;
  readonly onReveal?: ((target: TraceTarget) => void) | undefined;
}

/** One statement held against the request: that it matches, or the one element that kept it from it. */
export function StatementRow({ statement, near, onHighlight, onReveal }: StatementRowProps) {
  const failed = statement.elements.find(({ matched }) => !matched);
  const target = { policy: statement.policy, range: failed?.range ?? statement.range };
  const name = statement.sid ?? `Statement ${statement.index + 1}`;
  const tone = statement.matched ? (statement.effect === 'Allow' ? 'allow' : 'deny') : 'muted';
  return (
    <li>
      <button
        type="button"
        className={styles.statement}
        onMouseEnter={() => onHighlight?.(target)}
        onMouseLeave={() => onHighlight?.(null)}
        onFocus={() => onHighlight?.(target)}
        onBlur={() => onHighlight?.(null)}
        onClick={() => onReveal?.(target)}
      >
        <span className={styles.statementHead}>
          <span className={styles[tone]}>
            <Mark
              kind={statement.matched ? (statement.effect === 'Allow' ? 'allow' : 'deny') : 'cross'}
              size={14}
            />
          </span>
          <span className={styles.sid}>{name}</span>
          <span className={styles.result}>
            {failed ? `${failed.element} does not match` : `matches: ${statement.effect}`}
          </span>
          {near && <span className={styles.near}>near miss</span>}
        </span>
        {failed && <Difference element={failed} />}
      </button>
    </li>
  );
}

/** What the statement asks for against what the request brought. */
function Difference({ element }: { element: ElementResult }) {
  const asksFor = element.negated ? 'anything but' : 'asks for';
  const asks = element.operator ? `${element.operator} ${element.key}` : asksFor;
  return (
    <span className={styles.difference}>
      <span className={styles.side}>{asks}</span>
      <code>{element.expected.join(', ') || 'nothing'}</code>
      <VisuallyHidden>; </VisuallyHidden>
      <span className={styles.side}>the request has</span>
      <code>{element.found.join(', ') || (element.key ? `no ${element.key}` : 'nothing')}</code>
    </span>
  );
}
