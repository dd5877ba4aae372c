import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { PlaygroundDocument } from '@/lib/model/playground.ts';
import type { ParsedPolicy, StatementResult } from '@/simulator/index.ts';
import styles from './workbench.module.css';

interface StatementListProps {
  readonly document: PlaygroundDocument;
  readonly parsed: ParsedPolicy;
  /** What the decision found of this document's statements. */
  readonly results: readonly StatementResult[];
  readonly onToggle: (statement: number) => void;
}

/** The statements of a policy, each to be switched off and on to see what it does. */
export function StatementList({ document, parsed, results, onToggle }: StatementListProps) {
  const statements = parsed.document?.statements ?? [];
  return (
    <fieldset className={styles.statements}>
      <legend className={styles.smallTitle}>Statements: untick one to see what it does</legend>
      <div className={styles.chips}>
        {statements.map(({ index, sid, effect }) => {
          const isOn = !document.disabled.includes(index);
          const result = results.findLast((candidate) => candidate.index === index);
          return (
            <label
              key={index}
              className={styles.statement}
              data-matched={isOn && result?.matched ? effect.value : undefined}
            >
              <input type="checkbox" checked={isOn} onChange={() => onToggle(index)} />
              <span className={isOn ? styles.sid : styles.off}>{sid?.value ?? `Statement ${index + 1}`}</span>
              <span className={styles.effect}>{effect.value}</span>
              {isOn && result && (
                <VisuallyHidden>
                  {result.matched ? 'matches' : `${result.elements.at(-1)?.element} differs`}
                </VisuallyHidden>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
