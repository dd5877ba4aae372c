'use client';
import { useEffect, useState } from 'react';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { base64ToText } from '@/lib/model/account-inputs.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import { unverifiedParts } from '@/simulator/explain/service-calls.ts';
import type { FoundEvent } from '@/simulator/index.ts';
import styles from './account.module.css';
import { useTools } from './account-context.ts';
import { commandOf } from './command.ts';
import { stepTitle } from './step-words.ts';
import { plural, timeText } from './words.ts';

/** What just happened: the step, what AWS answered, its command, and why. */
export function LastStep() {
  const { outcomes, view, busy } = useTools();
  const last = outcomes.at(-1);
  return (
    <section className={styles.last} aria-label="What just happened">
      <div role="status" className={styles.lastHead}>
        {last === undefined ? (
          <p>
            Nothing has happened yet. Every action here is a real KMS operation, called as the identity above.
          </p>
        ) : (
          <Said outcome={last} />
        )}
        {busy && <p>Working …</p>}
      </div>
      {last && <Details key={`${last.index}/${view.trailLength}`} outcome={last} />}
    </section>
  );
}

function Said({ outcome }: { outcome: StepOutcome }) {
  const { answer, step } = outcome;
  return (
    <p>
      <strong>{stepTitle(step)}</strong>{' '}
      {answer.ok ? (
        <span>{step.type === 'advance' ? `passed` : 'succeeded'}.</span>
      ) : (
        <span className={styles.error}>
          failed: <code>{answer.error.name ?? 'no name is simulated'}</code> {answer.error.message}
        </span>
      )}
    </p>
  );
}

function Details({ outcome }: { outcome: StepOutcome }) {
  const { view, client, showWhy } = useTools();
  const { step, records } = outcome;
  const [from, to] = records;
  const [events, setEvents] = useState<readonly FoundEvent[]>([]);
  const command = commandOf(step, view.region);
  useEffect(() => {
    let isHere = true;
    // At most a handful: repeated calls all look the same.
    const first = Math.max(from, to - 20);
    if (to > from) {
      void client.ask('records', view.trailLength - to, view.trailLength - first).then((found) => {
        if (isHere) setEvents([...found].reverse());
      });
    }
    return () => {
      isHere = false;
    };
  }, [client, view.trailLength, from, to]);
  const answered = answerText(outcome);
  const unverified = outcome.answer.unverified ?? [];
  if (to === from && command === null && unverified.length === 0) return null;
  return (
    <details className={styles.lastDetails} open={step.type === 'use' || !outcome.answer.ok}>
      <summary>{to > from ? plural(to - from, 'record') : 'No record'} in CloudTrail</summary>
      {command !== null && (
        <div className={styles.command}>
          <pre>
            <code>{command}</code>
          </pre>
          <CopyButton text={command} label="Copy the command" />
        </div>
      )}
      {answered !== null && (
        <pre className={styles.answer}>
          <code>{answered}</code>
        </pre>
      )}
      {unverified.length > 0 && (
        <p className={styles.unverified}>{unverified.map((part) => unverifiedParts[part]).join(' ')}</p>
      )}
      {events.length > 0 && (
        <ol className={styles.chain}>
          {events.map(({ event }) => (
            <li key={event.eventID}>
              <code>{event.eventName}</code>
              <span>
                {timeText(Date.parse(event.eventTime))}, {event.awsRegion}
                {event.userIdentity.invokedBy ? `, through ${event.userIdentity.invokedBy}` : ''}
              </span>
              <span>{event.errorCode ?? ''}</span>
              {event.requestID && (
                <Button variant="plain" onClick={() => showWhy(event.requestID ?? '', event.eventName)}>
                  Why?
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** What was answered, as JSON; what was decrypted is read as text where it is one. */
function answerText({ answer }: StepOutcome): string | null {
  if (!answer.ok || answer.output === null) return null;
  const { output } = answer;
  if (typeof output !== 'object' || Array.isArray(output)) return String(output);
  if (Object.keys(output).length === 0) return null;
  const { Plaintext } = output;
  const text = typeof Plaintext === 'string' ? base64ToText(Plaintext) : null;
  const json = JSON.stringify(output, null, 2);
  return text === null ? json : `${json}\n\nPlaintext, read as text: ${text}`;
}
