'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { type DocumentKind, documentKinds } from '@/lib/model/playground.ts';
import styles from './dialogs.module.css';
import { edit } from './edits.ts';
import { usePlayground } from './provider.tsx';
import { addDocument, addIdentity, addKey, kindNames, levelsOf, ownerKind } from './world-edits.ts';

/** Adds a policy of any kind, an identity, or a key with its policy. */
export function DocumentDialog({ onClose }: { onClose: () => void }) {
  const { bench, dispatch } = usePlayground();
  const { present } = bench;
  const { world } = present;
  const [kind, setKind] = useState<DocumentKind>('identity');
  const [owner, setOwner] = useState('');
  const [arn, setArn] = useState('');
  const [keyArn, setKeyArn] = useState('');
  const owners = {
    key: world.keys.map((key) => [key.arn, key.aliases?.[0] ?? key.arn.split('/').at(-1) ?? ''] as const),
    identity: [
      ['', 'whoever calls'] as const,
      ...world.identities.map((one) => [one.arn, one.name] as const),
    ],
    level: levelsOf(present).map((level) => [level, level] as const),
    nobody: [],
  }[ownerKind(kind)];
  const chosen = owners.some(([value]) => value === owner) ? owner : (owners[0]?.[0] ?? '');

  return (
    <Dialog open onClose={onClose} title="Add">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          dispatch(edit((state) => addDocument(state, { kind, owner: chosen })));
          onClose();
        }}
      >
        <h3 className={styles.heading}>A policy</h3>
        <label className={styles.label}>
          Kind
          <select
            className={styles.select}
            value={kind}
            onChange={(event) =>
              setKind(documentKinds.find((one) => one === event.target.value) ?? 'identity')
            }
          >
            {documentKinds.map((one) => (
              <option key={one} value={one}>
                {kindNames[one]}
              </option>
            ))}
          </select>
        </label>
        {owners.length > 0 && (
          <label className={styles.label}>
            Attached to
            <select
              className={styles.select}
              value={chosen}
              onChange={(event) => setOwner(event.target.value)}
            >
              {owners.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button type="submit" variant="primary">
          Add policy
        </Button>
      </form>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          dispatch(edit((state) => addIdentity(state, arn.trim())));
          onClose();
        }}
      >
        <h3 className={styles.heading}>An identity</h3>
        <label className={styles.label}>
          ARN of a user, role or session, or a service such as sns.amazonaws.com
          <input
            className={styles.search}
            value={arn}
            onChange={(event) => setArn(event.target.value)}
            required
          />
        </label>
        <Button type="submit">Add identity</Button>
      </form>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          dispatch(edit((state) => addKey(state, keyArn.trim())));
          onClose();
        }}
      >
        <h3 className={styles.heading}>Another key</h3>
        <label className={styles.label}>
          ARN of the key
          <input
            className={styles.search}
            value={keyArn}
            onChange={(event) => setKeyArn(event.target.value)}
            pattern="arn:aws[a-z\-]*:kms:[a-z0-9\-]+:[0-9]{12}:key/.+"
            title="arn:aws:kms:us-west-2:111122223333:key/…"
            required
          />
        </label>
        <Button type="submit">Add key with the default key policy</Button>
      </form>
    </Dialog>
  );
}
