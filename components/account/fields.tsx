'use client';
import { type ReactNode, useId } from 'react';
import styles from './fields.module.css';

interface LabelledProps {
  readonly label: string;
  /** Stands below, and is read out with the field. */
  readonly hint?: ReactNode;
}

interface TextFieldProps extends LabelledProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'date' | 'number' | 'search' | 'text';
  readonly min?: number | string;
  readonly max?: number | string;
  readonly placeholder?: string;
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
}

/** A labelled field for one line. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  suggestions,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        type={type}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        list={suggestions && `${id}-list`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
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
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}

interface AreaFieldProps extends LabelledProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}

/** A labelled field for longer texts. */
export function AreaField({ label, hint, value, onChange, rows = 8 }: AreaFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.area}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        spellCheck={false}
      />
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
}

interface SelectFieldProps extends LabelledProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** A labelled choice among a few. */
export function SelectField({ label, hint, value, choices, onChange }: SelectFieldProps) {
  const id = useId();
  const groups = [...new Set(choices.map(({ group }) => group))];
  const options = (group: string | undefined) =>
    choices
      .filter((choice) => choice.group === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {groups.map((group) =>
          group === undefined ? (
            options(group)
          ) : (
            <optgroup key={group} label={group}>
              {options(group)}
            </optgroup>
          ),
        )}
      </select>
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}

interface CheckFieldProps extends LabelledProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick. */
export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        <span>{label}</span>
      </label>
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}

interface RadioFieldProps extends LabelledProps {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice whose possibilities are all in sight. */
export function RadioField({ label, hint, value, choices, onChange }: RadioFieldProps) {
  const id = useId();
  return (
    <fieldset className={styles.radios}>
      <legend>{label}</legend>
      <Hint id={id}>{hint}</Hint>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.radio}>
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <p id={`${id}-hint`} className={styles.hint}>
      {children}
    </p>
  );
}
