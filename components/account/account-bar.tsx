'use client';
import { usePlayground } from '@/components/playground/provider.tsx';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { AccountCaller } from '@/lib/model/account.ts';
import type { NextEvent } from '@/lib/model/account-view.ts';
import styles from './account.module.css';
import { nameOf, useTools } from './account-context.ts';
import { DateField } from './date-field.tsx';
import { SelectField } from './fields.tsx';
import { accountOf, dayText, monthsLater, principalName, timeText } from './words.ts';

const eventWords: Readonly<Record<NextEvent['what'], string>> = {
  deletion: 'deletion',
  expiry: 'expiry of imported key material',
  rotation: 'rotation',
  settling: 'end of a transient state',
};

/** Who acts, where and when; and the way back. */
export function AccountBar({ onCaller }: { onCaller: (caller: AccountCaller) => void }) {
  const { view, caller } = useTools();
  const callers = view.accounts.flatMap(({ id, name, identities }) =>
    [...identities, `arn:aws:iam::${id}:root`].map((arn) => ({
      value: arn,
      label: principalName(arn),
      group: name === id ? id : `${name}, ${id}`,
    })),
  );
  return (
    <div className={styles.bar}>
      <div className={styles.who}>
        <SelectField
          label="Act as"
          value={caller.arn}
          choices={callers}
          onChange={(arn) => onCaller({ arn, region: caller.region })}
        />
        <SelectField
          label="Region"
          value={caller.region}
          choices={view.regions.map((region) => ({ value: region, label: region }))}
          onChange={(region) => onCaller({ arn: caller.arn, region })}
        />
        <p className={styles.account}>
          Account <code>{accountOf(caller.arn)}</code>
        </p>
      </div>
      <Clock />
    </div>
  );
}

const day = 86_400;

function Clock() {
  const { view, does, busy } = useTools();
  const { now, next } = view;
  const wait = (seconds: number) => does({ type: 'advance', duration: { seconds: Math.ceil(seconds) } });
  const until = (at: number) => wait((at - now) / 1000);
  const key = next && view.keys.find(({ arn }) => arn === next.keyArn);
  return (
    <fieldset className={styles.clock}>
      <legend>
        <VisuallyHidden>Clock of the account</VisuallyHidden>
      </legend>
      <div className={styles.clockHead}>
        <p className={styles.now}>
          <span>Clock</span>
          <time dateTime={new Date(now).toISOString()}>{timeText(now)} UTC</time>
        </p>
        <History />
      </div>
      <div className={styles.clockButtons}>
        <Button disabled={busy} onClick={() => wait(day)}>
          + 1 day
        </Button>
        <Button disabled={busy} onClick={() => until(monthsLater(now, 1))}>
          + 1 month
        </Button>
        <Button disabled={busy} onClick={() => until(monthsLater(now, 12))}>
          + 1 year
        </Button>
        <Button
          disabled={busy || next === null}
          onClick={() => next && until(next.at)}
          title={
            next
              ? `${eventWords[next.what]} of ${key ? nameOf(key) : next.keyArn}, ${dayText(next.at)}`
              : undefined
          }
        >
          {next ? `To the next ${eventWords[next.what]}` : 'Nothing is due'}
        </Button>
        <DateField now={now} disabled={busy} onChoose={until} />
      </div>
    </fieldset>
  );
}

function History() {
  const { busy, outcomes, startOver } = useTools();
  const { bench, dispatch } = usePlayground();
  return (
    <div className={styles.history}>
      <Button
        variant="plain"
        disabled={bench.past.length === 0 || busy}
        onClick={() => dispatch({ type: 'undo' })}
      >
        Undo
      </Button>
      <Button
        variant="plain"
        disabled={bench.future.length === 0 || busy}
        onClick={() => dispatch({ type: 'redo' })}
      >
        Redo
      </Button>
      <Button variant="plain" disabled={outcomes.length === 0 || busy} onClick={startOver}>
        Start over
      </Button>
    </div>
  );
}
