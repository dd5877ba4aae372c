'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { rotationLimits } from '@/simulator/catalog/rotation.ts';
import { useTools } from '../account-context.ts';
import { TextField } from '../fields.tsx';
import { dayText, plural, untilText } from '../words.ts';
import styles from './keys.module.css';
import { useKeyCall } from './use-key-call.ts';

/** Automatic rotation on and off, and a rotation now. */
export function RotationSection({ target }: { target: KeyView }) {
  const { busy, view } = useTools();
  const call = useKeyCall(target);
  const [days, setDays] = useState(`${target.rotation?.periodInDays ?? rotationLimits.periodDefault}`);
  const { rotation, keyId, region, materials, onDemandRotations } = target;
  const period = Number(days);
  return (
    <section className={styles.section} aria-label="Rotation">
      <h3>Rotation</h3>
      <p>
        {rotation
          ? `Every ${plural(rotation.periodInDays, 'day')}; next on ${dayText(rotation.nextAt)}, ${untilText(rotation.nextAt, view.now)}.`
          : 'No automatic rotation.'}{' '}
        {materials.length > 0 && `${plural(materials.length, 'key material')} so far. `}
        {onDemandRotations > 0 &&
          `${onDemandRotations} of ${rotationLimits.onDemandRotationsPerKey} rotations on demand used. `}
        <a href={`#rotation/${keyId}/${region}`}>Timeline</a>
      </p>
      <TextField
        label="Rotation period, days"
        type="number"
        min={rotationLimits.periodMin}
        max={rotationLimits.periodMax}
        value={days}
        onChange={setDays}
        hint={`${rotationLimits.periodMin} to ${rotationLimits.periodMax}; ${rotationLimits.periodDefault} unless you choose.`}
      />
      <div className={styles.actions}>
        <Button
          disabled={busy}
          onClick={() =>
            call(
              'EnableKeyRotation',
              Number.isInteger(period) && days !== '' ? { RotationPeriodInDays: period } : {},
            )
          }
        >
          {rotation ? 'Set the period' : 'Enable automatic rotation'}
        </Button>
        <Button disabled={busy} onClick={() => call('DisableKeyRotation')}>
          Disable automatic rotation
        </Button>
        <Button disabled={busy} onClick={() => call('RotateKeyOnDemand')}>
          Rotate now
        </Button>
      </div>
    </section>
  );
}
