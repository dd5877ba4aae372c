import { Button } from '@/components/ui/button.tsx';
import type { Scenario } from '@/lib/model/scenario.ts';
import styles from './workbench.module.css';

/** What one sees in AWS; the cause and the fix once the reader asks for them. */
export function ScenarioNote({ scenario, onMend }: { scenario: Scenario; onMend: () => void }) {
  return (
    <section className={styles.note} aria-label="About this scenario">
      <p className={styles.symptom}>{scenario.symptom}</p>
      <details className={styles.answer} key={scenario.slug}>
        <summary>Cause and fix</summary>
        <p>{scenario.cause}</p>
        <p>{scenario.fix.note}</p>
        <Button onClick={onMend}>Put the fix in</Button>
      </details>
    </section>
  );
}
