'use client';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import { useTools } from '../account-context.ts';
import { goTo } from '../use-hash.ts';
import { accountOf } from '../words.ts';
import styles from './create.module.css';
import { inputOf, type NewKey, newKey, policyOf, settled } from './kinds.ts';
import { type StepProps, steps } from './steps.tsx';

/** Create a key as the console's wizard does, with the policy that it writes beside every step. */
export function CreateTab() {
  const { call, caller, busy } = useTools();
  const [key, setKey] = useState<NewKey>(newKey);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const account = accountOf(caller.arn);
  const step = steps[at] ?? steps[0];
  const isLast = at === steps.length - 1;
  const props: StepProps = {
    value: key,
    onChange: (change) => setKey((before) => settled({ ...before, ...change })),
  };

  const move = (to: number) => {
    setAt(to);
    heading.current?.focus();
  };

  const create = async () => {
    const made = keyIdOf(await call('CreateKey', inputOf(key, account)));
    if (made === null) return;
    if (key.alias !== '') await call('CreateAlias', { AliasName: `alias/${key.alias}`, TargetKeyId: made });
    setKey(newKey);
    setAt(0);
    goTo('keys', made, caller.region);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isLast) void create();
    else move(at + 1);
  };

  return (
    <div className={styles.wizard}>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map(({ title }, index) => (
          <li key={title}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => move(index)}
            >
              <span>{index + 1}</span> {title}
            </button>
          </li>
        ))}
      </ol>
      <form className={styles.form} onSubmit={submit} noValidate>
        <h2 ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        <step.Fields {...props} />
        <div className={styles.moves}>
          {at > 0 && <Button onClick={() => move(at - 1)}>Back</Button>}
          <Button variant="primary" type="submit" disabled={busy}>
            {isLast ? 'Create the key' : 'Next'}
          </Button>
        </div>
      </form>
      <section className={styles.policy} aria-label="Key policy that the console writes">
        <h2>The policy this writes</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
        <pre tabIndex={0}>
          <code>{policyOf(key, account)}</code>
        </pre>
      </section>
    </div>
  );
}

/** The id of the key that CreateKey made; null where it made none. */
function keyIdOf(outcome: StepOutcome | null): string | null {
  if (!outcome?.answer.ok) return null;
  const { output } = outcome.answer;
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return null;
  const { KeyMetadata } = output;
  if (typeof KeyMetadata !== 'object' || KeyMetadata === null || Array.isArray(KeyMetadata)) return null;
  return typeof KeyMetadata.KeyId === 'string' ? KeyMetadata.KeyId : null;
}
