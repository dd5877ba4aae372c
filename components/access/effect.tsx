'use client';
import { describePrincipal, describeUnexplored } from '@/simulator/explain/access.ts';
import { describeNote } from '@/simulator/explain/notes.ts';
import type { AccessChange, AccessDiff, AccessRequest } from '@/simulator/index.ts';
import styles from './access.module.css';

interface EffectProps {
  readonly diff: AccessDiff;
  /** A request that shows a change was chosen. */
  readonly onWitness?: (request: AccessRequest) => void;
}

const shortAction = (action: string) => action.replace(/^kms:/, '');

/** Who gains and who loses access, each with requests that show it. */
export function Effect({ diff, onWitness }: EffectProps) {
  const { gains, losses, unexplored, notes } = diff;
  return (
    <div className={styles.effect}>
      {notes.map((note) => (
        <p key={`${note.code} ${JSON.stringify(note.data)}`}>{describeNote(note)}</p>
      ))}
      {gains.length === 0 && losses.length === 0 && notes.length === 0 && (
        <p>Nobody gains or loses access to this key.</p>
      )}
      <Changes title="Gains access" sign="+" changes={gains} onWitness={onWitness} />
      <Changes title="Loses access" sign="−" changes={losses} onWitness={onWitness} />
      {unexplored.length > 0 && (
        <details>
          <summary>Not tried: {unexplored.length}</summary>
          <ul>
            {unexplored.map((one) => (
              <li key={`${one.operator} ${one.key} ${one.values.join()}`}>{describeUnexplored(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly sign: string;
  readonly changes: readonly AccessChange[];
  readonly onWitness: EffectProps['onWitness'];
}

function Changes({ title, sign, changes, onWitness }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <section>
      <h4 className={styles.effectTitle}>{title}</h4>
      <ul className={styles.changes}>
        {changes.map(({ principal, conditions, actions }) => (
          <li key={`${principal.principal} ${JSON.stringify(conditions)}`}>
            <span className={styles.who}>{describePrincipal(principal)}</span>
            {Object.entries(conditions).map(([key, value]) => (
              <span key={key} className={styles.when}>
                {value === '' ? `without ${key}` : `with ${key} = ${value}`}
              </span>
            ))}
            <span className={styles.what}>
              {actions.map(({ action, witness }) =>
                onWitness ? (
                  <button
                    key={action}
                    type="button"
                    className={styles.chip}
                    aria-label={`Ask about ${shortAction(action)} by ${principal.principal}`}
                    onClick={() => onWitness(witness)}
                  >
                    {sign} {shortAction(action)}
                  </button>
                ) : (
                  <span key={action} className={styles.chip}>
                    {sign} {shortAction(action)}
                  </span>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
