'use client';
import { nameOf, useTools } from '../account-context.ts';
import { SelectField } from '../fields.tsx';
import { RotationSection } from '../keys/rotation-section.tsx';
import { goTo, useHash } from '../use-hash.ts';
import { ciphertextsOf } from './ciphertexts.ts';
import { MaterialTable } from './material-table.tsx';
import styles from './rotation.module.css';
import { Tray } from './tray.tsx';

/** The key materials of a key over time, and which of them opens which ciphertext. */
export function RotationTab() {
  const { view, outcomes } = useTools();
  const [, keyId, region] = useHash();
  const keys = view.keys.filter(({ keySpec }) => keySpec === 'SYMMETRIC_DEFAULT');
  const key = keys.find((one) => one.keyId === keyId && one.region === region) ?? keys[0];
  if (key === undefined) {
    return (
      <p className={styles.muted}>
        Only symmetric encryption keys rotate, and there is none. <a href="#create">Create one</a>.
      </p>
    );
  }
  const ciphertexts = ciphertextsOf(outcomes);
  return (
    <div className={styles.rotation}>
      <div className={styles.side}>
        <SelectField
          label="Key"
          value={key.arn}
          choices={keys.map((one) => ({ value: one.arn, label: `${nameOf(one)}, ${one.region}` }))}
          onChange={(arn) => {
            const next = keys.find((one) => one.arn === arn);
            if (next) goTo('rotation', next.keyId, next.region);
          }}
        />
        <h2 className={styles.title}>{nameOf(key)}</h2>
        <RotationSection key={key.arn} target={key} />
      </div>
      <div className={styles.main}>
        <MaterialTable target={key} ciphertexts={ciphertexts.filter(({ keyArn }) => keyArn === key.arn)} />
        <Tray target={key} ciphertexts={ciphertexts} />
      </div>
    </div>
  );
}
