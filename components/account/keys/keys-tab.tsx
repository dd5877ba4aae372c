'use client';
import { findKey, useTools } from '../account-context.ts';
import { useHash } from '../use-hash.ts';
import { KeyDetail } from './key-detail.tsx';
import { KeyLists } from './key-lists.tsx';
import styles from './keys.module.css';

/** The keys of the account, or the one that the address names. */
export function KeysTab() {
  const { view } = useTools();
  const [, keyId, region = ''] = useHash();
  if (keyId === undefined) return <KeyLists />;
  const key = findKey(view, keyId, region);
  return (
    <div className={styles.detail}>
      <p className={styles.back}>
        <a href="#keys">All keys</a>
      </p>
      {key ? <KeyDetail key={key.arn} target={key} /> : <Gone keyId={keyId} />}
    </div>
  );
}

function Gone({ keyId }: { keyId: string }) {
  return (
    <p className={styles.empty}>
      There is no key <code>{keyId}</code> any more: its waiting period is over, or it was not made yet at
      this time. What was encrypted under a deleted key can never be decrypted again. <strong>Undo</strong>{' '}
      goes back before it.
    </p>
  );
}
