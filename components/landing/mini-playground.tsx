'use client';

import { useId, useState } from 'react';
import {
  type ActionName,
  type Answer,
  actions,
  answer,
  type Choice,
  callerIds,
  callers,
  firstChoice,
} from './example.ts';
import styles from './mini-playground.module.css';
import { SwitchablePolicy } from './switchable-policy.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

interface State {
  readonly choice: Choice;
  readonly answer: Answer;
  /** How long the decision took; not known for the one that came with the page. */
  readonly milliseconds: number | undefined;
}

/** A key policy, a request and the verdict. The first verdict is decided when the page is built, by the same code. */
export function MiniPlayground() {
  const [state, setState] = useState<State>(() => ({
    choice: firstChoice,
    answer: answer(firstChoice),
    milliseconds: undefined,
  }));
  const callerName = useId();
  const { choice } = state;
  const choose = (change: Partial<Choice>) => setState(decide({ ...choice, ...change }));

  return (
    <section className={styles.playground} aria-label="Try a key policy">
      <div className={styles.policy}>
        <h2 className={styles.label}>Key policy</h2>
        <SwitchablePolicy
          off={choice.off}
          decided={state.answer.decidedBy?.index}
          onSwitch={(statement) => choose({ off: toggled(choice.off, statement) })}
        />
        <p className={styles.hint}>Untick a statement and watch the verdict.</p>
      </div>
      <div className={styles.side}>
        <fieldset>
          <legend className={styles.label}>Who calls?</legend>
          <div className={styles.chips}>
            {callerIds.map((id) => (
              <label key={id} className={styles.chip}>
                <input
                  type="radio"
                  name={callerName}
                  checked={choice.caller === id}
                  onChange={() => choose({ caller: id })}
                />
                {callers[id].label}
              </label>
            ))}
          </div>
        </fieldset>
        <label className={styles.field}>
          <span className={styles.label}>Does what?</span>
          <select
            className={styles.select}
            value={choice.action}
            onChange={(event) => choose({ action: event.target.value as ActionName })}
          >
            {actions.map((action) => (
              <option key={action} value={action}>
                kms:{action}
              </option>
            ))}
          </select>
        </label>
        <VerdictPanel answer={state.answer} milliseconds={state.milliseconds} />
        <noscript>
          <p className={styles.hint}>
            This verdict came with the page. With JavaScript on, it follows what you change.
          </p>
        </noscript>
      </div>
    </section>
  );
}

function decide(choice: Choice): State {
  const start = performance.now();
  const decided = answer(choice);
  return { choice, answer: decided, milliseconds: performance.now() - start };
}

function toggled(off: readonly number[], statement: number): readonly number[] {
  return off.includes(statement) ? off.filter((one) => one !== statement) : [...off, statement];
}
