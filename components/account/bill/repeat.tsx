'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { StepInput } from '@/lib/model/account.ts';
import { textToBase64 } from '@/lib/model/account-inputs.ts';
import { nameOf, useTools } from '../account-context.ts';
import { SelectField } from '../fields.tsx';
import styles from './bill.module.css';

const calls: Readonly<Record<'Encrypt' | 'GenerateDataKey', StepInput>> = {
  Encrypt: { Plaintext: textToBase64('one of many') },
  GenerateDataKey: { KeySpec: 'AES_256' },
};
const counts = [100, 1000, 10_000];

/** Many calls at once, so that there is something to pay for. */
export function Repeat() {
  const { view, call, busy } = useTools();
  const keys = view.keys.filter(
    ({ keySpec, manager }) => keySpec === 'SYMMETRIC_DEFAULT' && manager === 'CUSTOMER',
  );
  const [operation, setOperation] = useState<keyof typeof calls>('GenerateDataKey');
  const [arn, setArn] = useState('');
  const [times, setTimes] = useState('1000');
  const key = keys.find((one) => one.arn === arn) ?? keys[0];
  if (key === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void call(
      operation,
      { KeyId: key.arn, ...calls[operation] },
      { region: key.region, times: Number(times) },
    );
  };
  return (
    <form className={styles.repeat} onSubmit={submit}>
      <h2>Use a key many times</h2>
      <SelectField
        label="Operation"
        value={operation}
        choices={Object.keys(calls).map((value) => ({ value, label: value }))}
        onChange={(value) => setOperation(value as keyof typeof calls)}
      />
      <SelectField
        label="Key"
        value={key.arn}
        choices={keys.map((one) => ({ value: one.arn, label: nameOf(one) }))}
        onChange={setArn}
      />
      <SelectField
        label="How often"
        value={times}
        choices={counts.map((count) => ({ value: `${count}`, label: count.toLocaleString('en-US') }))}
        onChange={setTimes}
      />
      <Button type="submit" disabled={busy}>
        {busy ? 'Calling …' : 'Call'}
      </Button>
    </form>
  );
}
