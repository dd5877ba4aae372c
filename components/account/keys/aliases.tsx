'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { TextField } from '../fields.tsx';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

/** The key's aliases; one of another key can be moved here. */
export function Aliases({ target }: { target: KeyView }) {
  const { busy, view } = useTools();
  const call = useKeyCall(target);
  const [name, setName] = useState('alias/');
  const elsewhere = view.keys
    .filter(
      ({ account, region, arn }) =>
        account === target.account && region === target.region && arn !== target.arn,
    )
    .flatMap(({ aliases }) => aliases);
  const isMove = elsewhere.includes(name);
  return (
    <section className={styles.section} aria-label="Aliases">
      <h3>Aliases</h3>
      {target.aliases.length === 0 ? (
        <p className={styles.muted}>None.</p>
      ) : (
        <ul className={styles.items}>
          {target.aliases.map((alias) => (
            <li key={alias}>
              <code>{alias}</code>
              <Button
                variant="plain"
                disabled={busy}
                onClick={() => call('DeleteAlias', { AliasName: alias }, null)}
              >
                Delete<VisuallyHidden> {alias}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField label="Alias" value={name} onChange={setName} suggestions={elsewhere} />
      <div className={styles.actions}>
        <Button
          disabled={busy}
          onClick={() => call(isMove ? 'UpdateAlias' : 'CreateAlias', { AliasName: name }, 'TargetKeyId')}
        >
          {isMove ? 'Move it here' : 'Add the alias'}
        </Button>
      </div>
    </section>
  );
}
