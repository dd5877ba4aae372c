'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { GrantView, KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { CheckField, TextField } from '../fields.tsx';
import { dayText, principalName, shortId } from '../words.ts';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

const offered = [
  'Encrypt',
  'Decrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'DescribeKey',
  'RetireGrant',
];

/** Grants of the key: who has them, and how they end. */
export function Grants({ target }: { target: KeyView }) {
  const { busy, view } = useTools();
  const call = useKeyCall(target);
  const [grantee, setGrantee] = useState('');
  const [retiring, setRetiring] = useState('');
  const [operations, setOperations] = useState<readonly string[]>(['Decrypt']);
  const known = view.accounts.flatMap(({ identities }) => identities);
  const toggle = (name: string, isOn: boolean) =>
    setOperations((before) => (isOn ? [...before, name] : before.filter((one) => one !== name)));
  return (
    <section className={styles.section} aria-label="Grants">
      <h3>Grants</h3>
      {target.grants.length === 0 ? (
        <p className={styles.muted}>
          None. A grant allows; it never denies, and nobody edits a policy for it.
        </p>
      ) : (
        <ul className={styles.items}>
          {target.grants.map((grant) => (
            <GrantRow key={grant.grantId} grant={grant} target={target} />
          ))}
        </ul>
      )}
      <details className={styles.more}>
        <summary>Create a grant</summary>
        <TextField label="Grantee principal" value={grantee} onChange={setGrantee} suggestions={known} />
        <TextField
          label="Retiring principal"
          value={retiring}
          onChange={setRetiring}
          suggestions={known}
          hint="May end the grant. Can be left out."
        />
        <fieldset className={styles.boxes}>
          <legend>Operations</legend>
          {offered.map((name) => (
            <CheckField
              key={name}
              label={name}
              checked={operations.includes(name)}
              onChange={(isOn) => toggle(name, isOn)}
            />
          ))}
        </fieldset>
        <div className={styles.actions}>
          <Button
            disabled={busy}
            onClick={() =>
              call('CreateGrant', {
                GranteePrincipal: grantee,
                Operations: [...operations],
                ...(retiring !== '' && { RetiringPrincipal: retiring }),
              })
            }
          >
            Create the grant
          </Button>
        </div>
      </details>
    </section>
  );
}

function GrantRow({ grant, target }: { grant: GrantView; target: KeyView }) {
  const { busy } = useTools();
  const call = useKeyCall(target);
  const { grantId, grantee, operations, createdAt, retiring, constraints } = grant;
  const name = shortId(grantId);
  return (
    <li>
      <span>
        {principalName(grantee)}: {operations.join(', ')}
        <span className={styles.muted}>
          {' '}
          since {dayText(createdAt)}
          {retiring && `; ${principalName(retiring)} may retire it`}
          {constraints && `; only with ${constraints}`}
        </span>
      </span>
      <Button
        variant="plain"
        disabled={busy}
        onClick={() => call('RetireGrant', { KeyId: target.arn, GrantId: grantId }, null)}
      >
        Retire<VisuallyHidden> grant {name}</VisuallyHidden>
      </Button>
      <Button variant="plain" disabled={busy} onClick={() => call('RevokeGrant', { GrantId: grantId })}>
        Revoke<VisuallyHidden> grant {name}</VisuallyHidden>
      </Button>
    </li>
  );
}
