import type { KeyView } from '@/lib/model/account-view.ts';
import { dayText, untilText } from '../words.ts';
import styles from './keys.module.css';
import { StateMark } from './state-mark.tsx';

/** One key of a list: its name leads to it. */
export function KeyRow({ target, now }: { target: KeyView; now: number }) {
  const { keyId, region, state, keySpec, rotation, deletion, multiRegion } = target;
  const kind = multiRegion ? (multiRegion.primaryRegion === region ? 'primary key' : 'replica key') : '';
  const isWaiting = state === 'PendingDeletion' && deletion?.at != null;
  return (
    <li className={styles.row}>
      <a href={`#keys/${keyId}/${region}`} className={styles.name}>
        {target.aliases[0] ?? 'Key without an alias'}
      </a>
      <code className={styles.id}>{keyId}</code>
      <StateMark state={state} />
      <span className={styles.muted}>
        {keySpec}
        {kind && `, ${kind}`}
      </span>
      <span className={styles.muted}>
        {isWaiting
          ? `gone ${untilText(deletion.at ?? now, now)}`
          : rotation
            ? `rotates ${dayText(rotation.nextAt)}`
            : 'no automatic rotation'}
      </span>
    </li>
  );
}
