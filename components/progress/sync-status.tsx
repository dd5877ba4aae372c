'use client';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { countUnsentPolicies } from '@/lib/browser/policies.ts';
import { readProgress } from '@/lib/browser/progress.ts';
import { syncNow, syncState } from '@/lib/browser/sync.ts';
import styles from './sync-status.module.css';
import { useKept } from './use-kept.ts';

/** Starts an exchange with the server when the page opens, and tells what still waits to be sent. */
export function SyncStatus() {
  const kept = useKept(readStatus);
  useEffect(() => {
    // Without storage there is nothing to exchange; the page says so where it shows what is kept.
    syncNow().catch(() => undefined);
  }, []);

  if (kept.state !== 'ready') return <div className={styles.status} role="status" />;
  const { isUnreachable, waiting, refused } = kept.value;
  return (
    <div className={styles.status} role="status">
      {isUnreachable && (
        <>
          <span className={styles.badge}>Offline</span>
          <span>{describeWaiting(waiting)}</span>
          <Button variant="plain" onClick={() => void syncNow()}>
            Try again
          </Button>
        </>
      )}
      {refused.map((reason) => (
        <p key={reason}>Not recorded: {reason}</p>
      ))}
    </div>
  );
}

async function readStatus() {
  const { waiting, refused } = await readProgress();
  return {
    isUnreachable: syncState() === 'unreachable',
    waiting: waiting + (await countUnsentPolicies()),
    refused: [...new Set(refused.map((event) => event.refused ?? ''))],
  };
}

function describeWaiting(waiting: number): string {
  if (waiting === 0) return 'The server cannot be reached. You see what this browser keeps.';
  const changes = waiting === 1 ? '1 change waits' : `${waiting} changes wait`;
  return `${changes} in this browser and will be sent when the server can be reached.`;
}
