'use client';
import { Button } from '@/components/ui/button.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import type { Pair } from '@/lib/model/playground.ts';
import styles from './request-form.module.css';

interface PairRowsProps {
  readonly legend: string;
  readonly addLabel: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: Pair[]) => void;
}

/** Names and values, a row each. */
export function PairRows({ legend, addLabel, pairs, onChange }: PairRowsProps) {
  const put = (index: number, part: Partial<Pair>) =>
    onChange(pairs.map((pair, i) => (i === index ? { ...pair, ...part } : pair)));
  return (
    <fieldset className={styles.pairs}>
      <legend className={styles.label}>{legend}</legend>
      {pairs.map((pair, index) => (
        // A row has no identity but its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={styles.pair}>
          <input
            className={styles.input}
            aria-label={`${legend}: name ${index + 1}`}
            value={pair.key}
            onChange={(event) => put(index, { key: event.target.value })}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
          />
          <input
            className={styles.input}
            aria-label={`${legend}: value ${index + 1}`}
            value={pair.value}
            onChange={(event) => put(index, { value: event.target.value })}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
          />
          <Button
            variant="plain"
            aria-label={`${legend}: remove row ${index + 1}`}
            onClick={() => onChange(pairs.filter((_, i) => i !== index))}
          >
            <Mark kind="cross" size={12} />
          </Button>
        </div>
      ))}
      <Button
        variant="plain"
        className={styles.add}
        onClick={() => onChange([...pairs, { key: '', value: '' }])}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}
