'use client';
import { type InputHTMLAttributes, useId } from 'react';
import type { FieldProblem } from '@/lib/model/request-form.ts';
import { fieldWords } from './field-words.ts';
import styles from './request-form.module.css';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: FieldProblem | undefined;
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
}

/** A labelled text field; what is wrong with it stands right below, and what was typed stays. */
export function Field({ label, value, onChange, problem, suggestions, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        list={suggestions ? `${id}-list` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {fieldWords[problem]}
        </p>
      )}
    </div>
  );
}
