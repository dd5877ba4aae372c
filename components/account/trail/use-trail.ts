'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundEvent, TrailFilter } from '@/simulator/index.ts';
import type { WorldClient } from '../world-client.ts';

const pageLength = 100;

export interface TrailRows {
  readonly count: number;
  /** More may be found than was looked for so far. */
  readonly isPartial: boolean;
  /** The events of a row, most often one; undefined: on its way. */
  readonly at: (index: number) => readonly FoundEvent[] | undefined;
  readonly onSight: (first: number, last: number) => void;
}

/** The trail by position, newest first: any place of it is a question away. */
function useWholeTrail(client: WorldClient, length: number, isOn: boolean): TrailRows {
  const pages = useRef(new Map<number, readonly (readonly FoundEvent[])[]>());
  const asked = useRef(new Set<number>());
  const [, setVersion] = useState(0);
  const known = useRef({ client, length });
  if (known.current.client !== client || known.current.length !== length) {
    known.current = { client, length };
    pages.current = new Map();
    asked.current = new Set();
  }

  const load = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const from = page * pageLength;
      const to = Math.min(length, from + pageLength);
      const into = pages.current;
      client.ask('records', from, to).then(
        (found) => {
          const rows = Array.from({ length: to - from }, (_, row): FoundEvent[] =>
            found.filter(({ position }) => length - 1 - position === from + row),
          );
          into.set(page, rows);
          setVersion((version) => version + 1);
        },
        () => asked.current.delete(page),
      );
    },
    [client, length],
  );

  const onSight = useCallback(
    (first: number, last: number) => {
      if (!isOn || length === 0) return;
      for (let page = Math.floor(first / pageLength); page * pageLength < last; page++) load(page);
    },
    [isOn, length, load],
  );

  return {
    count: length,
    isPartial: false,
    at: (index) => pages.current.get(Math.floor(index / pageLength))?.[index % pageLength],
    onSight,
  };
}

interface Found {
  readonly events: readonly FoundEvent[];
  readonly next: number | null;
}

/** What a filter lets through, looked for as far as it is scrolled. */
function useFound(client: WorldClient, length: number, filter: TrailFilter | null): TrailRows {
  const [found, setFound] = useState<Found>({ events: [], next: null });
  const turn = useRef(0);
  const isAsking = useRef(false);

  const more = useCallback(
    async (from: Found, mine: number) => {
      if (filter === null || isAsking.current) return;
      isAsking.current = true;
      let { events, next } = from;
      const goal = events.length + pageLength;
      try {
        do {
          const page = await client.ask('search', filter, next, pageLength);
          events = [...events, ...page.found];
          next = page.next;
        } while (events.length < goal && next !== null && turn.current === mine);
        if (turn.current === mine) setFound({ events, next });
      } catch {
        // The world was closed meanwhile; the next one is asked anew.
      } finally {
        if (turn.current === mine) isAsking.current = false;
      }
    },
    [client, filter],
  );

  useEffect(() => {
    turn.current += 1;
    isAsking.current = false;
    setFound({ events: [], next: null });
    void more({ events: [], next: length }, turn.current);
  }, [more, length]);

  const onSight = useCallback(
    (_: number, last: number) => {
      if (found.next !== null && last >= found.events.length - pageLength / 2) void more(found, turn.current);
    },
    [found, more],
  );

  return {
    count: found.events.length,
    isPartial: found.next !== null,
    at: (index) => {
      const event = found.events[index];
      return event && [event];
    },
    onSight,
  };
}

/** Rows of the trail, newest first; all of it, or what a filter lets through. */
export function useTrail(client: WorldClient, length: number, filter: TrailFilter | null): TrailRows {
  const whole = useWholeTrail(client, length, filter === null);
  const found = useFound(client, length, filter);
  return filter === null ? whole : found;
}
