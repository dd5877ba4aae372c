import { VerdictBadge } from '@/components/decision/verdict-badge.tsx';
import styles from './diagrams.module.css';

/** What a key policy can say about a caller of its own account, and what follows. */
export function AskTheKeyPolicy() {
  return (
    <figure className={styles.figure}>
      <p className={styles.asked}>
        <code>role/app</code> asks for <code>kms:Decrypt</code>. Does an Allow in the key policy name …
      </p>
      <ul className={styles.branches}>
        <li>
          <p className={styles.branch}>role/app itself?</p>
          <p className={styles.then}>No IAM policy is needed.</p>
          <VerdictBadge verdict="Allowed" />
        </li>
        <li>
          <p className={styles.branch}>the account (root)?</p>
          <p className={styles.then}>IAM decides. Its policy for role/app says yes:</p>
          <VerdictBadge verdict="Allowed" />
          <p className={styles.then}>It is silent:</p>
          <VerdictBadge verdict="ImplicitlyDenied" />
        </li>
        <li>
          <p className={styles.branch}>neither?</p>
          <p className={styles.then}>IAM cannot allow it.</p>
          <VerdictBadge verdict="ImplicitlyDenied" />
        </li>
      </ul>
      <figcaption>
        For a caller in the key’s own account, where no policy says Deny. A Deny anywhere that matches ends
        it.
      </figcaption>
    </figure>
  );
}
