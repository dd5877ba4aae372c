'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { SelectField } from '../fields.tsx';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

interface MultiRegionProps {
  readonly target: KeyView;
  readonly regions: NonNullable<KeyView['multiRegion']>;
}

/** The related keys of a multi-Region key. */
export function MultiRegion({ target, regions: { primaryRegion, regions } }: MultiRegionProps) {
  const { busy, view } = useTools();
  const call = useKeyCall(target);
  const others = view.regions.filter((region) => !regions.includes(region));
  const [region, setRegion] = useState(others[0] ?? '');
  const replicas = regions.filter((one) => one !== primaryRegion);
  const [primary, setPrimary] = useState(replicas[0] ?? '');
  const promoted = replicas.includes(primary) ? primary : (replicas[0] ?? '');
  return (
    <section className={styles.section} aria-label="Regions">
      <h3>Regions</h3>
      <ul className={styles.items}>
        {regions.map((one) => (
          <li key={one}>
            <a href={`#keys/${target.keyId}/${one}`}>{one}</a>
            <span className={styles.muted}>{one === primaryRegion ? 'primary' : 'replica'}</span>
          </li>
        ))}
      </ul>
      <SelectField
        label="Replicate to"
        value={others.includes(region) ? region : (others[0] ?? '')}
        choices={others.map((value) => ({ value, label: value }))}
        onChange={setRegion}
      />
      <div className={styles.actions}>
        <Button disabled={busy} onClick={() => call('ReplicateKey', { ReplicaRegion: region })}>
          Replicate
        </Button>
      </div>
      {replicas.length > 0 && (
        <>
          <SelectField
            label="New primary"
            value={promoted}
            choices={replicas.map((value) => ({ value, label: value }))}
            onChange={setPrimary}
          />
          <div className={styles.actions}>
            <Button disabled={busy} onClick={() => call('UpdatePrimaryRegion', { PrimaryRegion: promoted })}>
              Make it the primary
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
