import { fillPlaceholders } from '@/lib/convert/placeholders.ts';
import type { ImportedPolicy } from '@/lib/convert/types.ts';
import { describeAssumption } from '@/lib/convert/words.ts';
import styles from './convert.module.css';

type Values = Readonly<Record<string, string>>;

interface FoundPolicyProps {
  readonly policy: ImportedPolicy;
  readonly values: Values;
  readonly onFill: (values: Values) => void;
}

/** A policy as it would be imported, with what the text it came from does not tell. */
export function FoundPolicy({ policy, values, onFill }: FoundPolicyProps) {
  const { unresolved, assumed, text } = policy;
  return (
    <>
      {unresolved.length > 0 && (
        <fieldset className={styles.placeholders}>
          <legend>
            Not in the text. What you leave empty stays a placeholder, which equals no real value.
          </legend>
          {unresolved.map(({ placeholder, expression, places }) => (
            <label key={placeholder} className={styles.placeholder}>
              <span>
                <code>{expression}</code> <span className={styles.line}>line {places[0]?.line}</span>
              </span>
              <textarea
                rows={1}
                className={styles.value}
                value={values[placeholder] ?? ''}
                placeholder={places[0]?.path}
                onChange={(event) => onFill({ ...values, [placeholder]: event.target.value })}
                spellCheck={false}
              />
            </label>
          ))}
        </fieldset>
      )}
      {assumed.length > 0 && (
        <details className={styles.details}>
          <summary>{assumed.length === 1 ? 'One assumption' : `${assumed.length} assumptions`}</summary>
          <ul className={styles.list}>
            {assumed.map((one) => (
              <li key={`${one.code} ${one.expression} ${one.value}`}>
                {describeAssumption(one)} <span className={styles.line}>line {one.line}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className={styles.details}>
        <summary>The policy</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section className={styles.code} tabIndex={0} aria-label="The policy to import">
          <pre>{fillPlaceholders(text, values)}</pre>
        </section>
      </details>
    </>
  );
}
