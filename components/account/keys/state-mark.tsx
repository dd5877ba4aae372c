import type { KeyState } from '@/simulator/catalog/types.ts';
import styles from './keys.module.css';

/** The state by word and form: filled where the key can be used, hollow where it cannot. No verdict, so no colour. */
export function StateMark({ state }: { state: KeyState }) {
  return (
    <span className={styles.state} data-usable={state === 'Enabled'}>
      {state}
    </span>
  );
}
