import styles from './lab.module.css';

/** Whether a goal is reached: a filled disc with a tick, or an empty ring. Put a word beside it. */
export function GoalMark({ passed }: { passed: boolean }) {
  return (
    <svg
      className={passed ? styles.markPassed : styles.markOpen}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="9" cy="9" r="8" strokeWidth="1.5" />
      {passed && <path d="m5 9.4 2.7 2.6L13 6.4" strokeWidth="2" />}
    </svg>
  );
}
