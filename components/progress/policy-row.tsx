'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { updatePolicy } from '@/lib/browser/policies.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import { RenameForm } from './rename-form.tsx';
import styles from './saved-policies.module.css';

const editedFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** One saved policy with what can be done to it. */
export function PolicyRow({ policy, onDelete }: { policy: LocalPolicy; onDelete: () => void }) {
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) {
    return (
      <li className={styles.row}>
        <RenameForm
          name={policy.name}
          onRename={async (name) => {
            await updatePolicy(policy.id, { name });
            setRenaming(false);
          }}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link href={`/playground?policy=${policy.id}`} prefetch={false} className={styles.name}>
          {policy.name}
        </Link>
        <span className={styles.when}>
          Edited <time dateTime={policy.updatedAt}>{editedFormat.format(new Date(policy.updatedAt))}</time>
          {policy.state !== 'synced' && ' · so far in this browser only'}
        </span>
      </div>
      <Button variant="plain" onClick={() => setRenaming(true)}>
        Rename<VisuallyHidden> {policy.name}</VisuallyHidden>
      </Button>
      <Button variant="plain" onClick={onDelete}>
        Delete<VisuallyHidden> {policy.name}</VisuallyHidden>
      </Button>
    </li>
  );
}
