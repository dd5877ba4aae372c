'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { KeyView } from '@/lib/model/account-view.ts';
import { useTools } from '../account-context.ts';
import { TextField } from '../fields.tsx';
import styles from './keys.module.css';
import { StateChart } from './state-chart.tsx';
import { transitionsOf } from './transitions.ts';
import { useKeyCall } from './use-key-call.ts';

/** The state chart, and its transitions as buttons. */
export function StateSection({ target }: { target: KeyView }) {
  const { busy } = useTools();
  const call = useKeyCall(target);
  const [days, setDays] = useState('30');
  const window = Number(days);
  // Importing has fields of its own, further down.
  const open = transitionsOf(target).filter(
    ({ from, operation }) =>
      from === target.state && operation !== 'ImportKeyMaterial' && operation !== 'DeleteImportedKeyMaterial',
  );
  const canSchedule = open.some(({ operation }) => operation === 'ScheduleKeyDeletion');
  return (
    <section className={styles.section} aria-label="State">
      <h3>State</h3>
      <StateChart target={target} />
      {canSchedule && (
        <TextField
          label="Waiting period, days"
          type="number"
          min={7}
          max={30}
          value={days}
          onChange={setDays}
          hint="7 to 30. Nothing can bring a key back afterwards, nor anything encrypted under it."
        />
      )}
      <div className={styles.actions}>
        {open.map(({ operation, label }) =>
          operation === null ? null : (
            <Button
              key={operation}
              disabled={busy}
              onClick={() =>
                call(
                  operation,
                  operation === 'ScheduleKeyDeletion' && Number.isInteger(window) && days !== ''
                    ? { PendingWindowInDays: window }
                    : {},
                )
              }
            >
              {label}
            </Button>
          ),
        )}
      </div>
    </section>
  );
}
