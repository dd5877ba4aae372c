'use client';
import { useMemo, useState } from 'react';
import type { FoundEvent } from '@/simulator/index.ts';
import { useTools } from '../account-context.ts';
import { clockText, dayText, plural, principalName } from '../words.ts';
import { EventDetail } from './event-detail.tsx';
import { TrailFilters, type TrailForm, toFilter, wholeTrail } from './filters.tsx';
import styles from './trail.module.css';
import { useTrail } from './use-trail.ts';
import { VirtualList } from './virtual-list.tsx';

/** CloudTrail: every record of the world, to be searched and opened. */
export function TrailTab() {
  const { client, view } = useTools();
  const [form, setForm] = useState<TrailForm>(wholeTrail);
  const [open, setOpen] = useState<FoundEvent | null>(null);
  const filter = useMemo(() => toFilter(form), [form]);
  const rows = useTrail(client, view.trailLength, filter);
  return (
    <div className={styles.trail}>
      <TrailFilters form={form} onChange={setForm} />
      <p className={styles.count} role="status">
        {view.trailLength === 0
          ? 'No record yet: nothing has called KMS. Looking at keys here is no call.'
          : `${plural(rows.count, 'record')}${rows.isPartial ? ', and more further down' : ''}`}
      </p>
      {rows.count > 0 && (
        <div className={styles.both}>
          <VirtualList
            label="Records of CloudTrail, newest first"
            columns={['Time (UTC)', 'Event', 'Who', 'Error']}
            count={rows.count}
            onSight={rows.onSight}
            isSelected={(index) => open !== null && isSame(rows.at(index)?.[0], open)}
            row={(index) => <Cells events={rows.at(index)} onOpen={setOpen} />}
          />
          {open ? (
            <EventDetail key={open.event.eventID} found={open} />
          ) : (
            <p className={styles.none}>Choose a record to see all of it.</p>
          )}
        </div>
      )}
    </div>
  );
}

const isSame = (one: FoundEvent | undefined, other: FoundEvent): boolean =>
  one?.event.eventID === other.event.eventID;

interface CellsProps {
  readonly events: readonly FoundEvent[] | undefined;
  readonly onOpen: (event: FoundEvent) => void;
}

function Cells({ events, onOpen }: CellsProps) {
  const first = events?.[0];
  if (first === undefined) {
    return <td colSpan={4}>{events === undefined ? '…' : 'in no account of this world'}</td>;
  }
  const { event } = first;
  const { userIdentity } = event;
  const at = Date.parse(event.eventTime);
  const who = userIdentity.arn ?? userIdentity.invokedBy ?? userIdentity.accountId ?? '';
  const via = userIdentity.arn && userIdentity.invokedBy ? ` through ${userIdentity.invokedBy}` : '';
  return (
    <>
      <td>
        {dayText(at)}
        <span className={styles.time}>, {clockText(at)}</span>
      </td>
      <td>
        <button type="button" onClick={() => onOpen(first)}>
          {event.eventName}
        </button>
      </td>
      <td>
        {principalName(who)}
        {via}
      </td>
      <td>{event.errorCode ?? ''}</td>
    </>
  );
}
