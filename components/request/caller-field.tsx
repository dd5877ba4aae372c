'use client';
import { useId } from 'react';
import type { FieldProblem } from '@/lib/model/request-form.ts';
import { Field } from './field.tsx';
import styles from './request-form.module.css';

interface CallerFieldProps {
  readonly value: string;
  readonly known: readonly { readonly arn: string; readonly name: string }[];
  readonly problem: FieldProblem | undefined;
  readonly onChange: (principal: string) => void;
}

/** Who calls: somebody of this scenario by name, or any identity by ARN. The ARN is always in sight. */
export function CallerField({ value, known, problem, onChange }: CallerFieldProps) {
  const id = useId();
  const isKnown = known.some(({ arn }) => arn === value);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          Who
        </label>
        <select
          id={id}
          className={styles.input}
          value={isKnown ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          {known.map(({ arn, name }) => (
            <option key={arn} value={arn}>
              {name}
            </option>
          ))}
          <option value="">another identity</option>
        </select>
      </div>
      <Field label="ARN of the caller" value={value} onChange={onChange} problem={problem} />
    </>
  );
}
