'use client';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button.tsx';
import { deletePolicy, listPolicies, restorePolicy } from '@/lib/browser/policies.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import { PolicyRow } from './policy-row.tsx';
import styles from './saved-policies.module.css';
import { useKept } from './use-kept.ts';

/** The policies kept here: open, rename, delete, and a way back from the last deletion. */
export function SavedPolicies() {
  const kept = useKept(listPolicies);
  const [deleted, setDeleted] = useState<LocalPolicy | null>(null);

  if (kept.state === 'failed') {
    return (
      <p role="alert">
        This browser does not let the site keep anything. Copy a policy out of the playground before you leave
        it.
      </p>
    );
  }
  const policies = kept.state === 'ready' ? kept.value : [];
  return (
    <div className={styles.policies} aria-busy={kept.state === 'loading'}>
      {kept.state === 'ready' && policies.length === 0 && (
        <div className={styles.empty}>
          <p>No policies yet. What you keep in the playground appears here; it needs no account.</p>
          <ButtonLink href="/playground" prefetch={false}>
            Open the playground
          </ButtonLink>
        </div>
      )}
      {policies.length > 0 && (
        <ul className={styles.list}>
          {policies.map((policy) => (
            <PolicyRow
              key={policy.id}
              policy={policy}
              onDelete={async () => {
                await deletePolicy(policy);
                setDeleted(policy);
              }}
            />
          ))}
        </ul>
      )}
      <div role="status">
        {deleted && (
          <p className={styles.undo}>
            <span>“{deleted.name}” was deleted.</span>
            <Button
              onClick={async () => {
                await restorePolicy(deleted);
                setDeleted(null);
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
