import { severityWords } from '@/simulator/explain/findings.ts';
import type { Severity } from '@/simulator/index.ts';
import styles from './severity-mark.module.css';

/** How grave a finding is: a triangle for what is wrong or risky, a dot for what could be better, and the word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={styles.severity}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {severity === 'suggestion' || severity === 'warning' ? (
          <circle
            cx="6"
            cy="6"
            r="4"
            fill={severity === 'warning' ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
        ) : (
          <path
            d="M6 1.5 11 10.5H1Z"
            fill={severity === 'error' ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
        )}
      </svg>
      {severityWords[severity]}
    </span>
  );
}
