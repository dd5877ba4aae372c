'use client';
import { useEffect, useMemo, useState } from 'react';
import { type AccessDiff, type Finding, moveFindings, type PolicyKind } from '@/simulator/index.ts';
import { type CheckPort, type CheckQueue, createCheckQueue } from './check-queue.ts';
import type { FindingsContext } from './editor-props.ts';

let shared: CheckQueue | null = null;

/** The page's one worker for checks; it is fetched when the first question comes. */
function checkQueue(): CheckQueue {
  shared ??= createCheckQueue(
    () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }) as CheckPort,
  );
  return shared;
}

export interface FindingsState {
  /** Null until the first answer, and where no worker can run. Ranges are of the text that was given last. */
  readonly findings: readonly Finding[] | null;
  /** False while a newer text is being checked: the findings shown are of an earlier one, moved along. */
  readonly current: boolean;
}

const nothing: FindingsContext = {};
const unchecked: FindingsState = { findings: null, current: false };

/**
 * What the check says of a policy while it is being typed. The check runs in a worker: typing never waits
 * for it. `kind` null asks nothing. The context is compared by value, so it may be a new object each time.
 */
export function useFindings(
  text: string,
  kind: PolicyKind | null,
  context: FindingsContext = nothing,
): FindingsState {
  const written = JSON.stringify(context);
  const options = useMemo(
    () => (kind === null ? null : { ...(JSON.parse(written) as FindingsContext), kind }),
    [kind, written],
  );
  const [answer, setAnswer] = useState<{
    readonly options: FindingsContext & { readonly kind: PolicyKind };
    readonly text: string;
    readonly findings: readonly Finding[];
  } | null>(null);

  const [asker] = useState(() => ({}));

  useEffect(() => {
    if (options === null) return;
    checkQueue().ask(asker, { task: 'check', text, options }, (reply) => {
      if (reply.task === 'check') setAnswer({ options, text, findings: reply.findings });
    });
  }, [asker, options, text]);

  // What was found with another key or world stays until the new answer comes; another kind is another matter.
  const known = answer !== null && answer.options.kind === kind ? answer : null;
  return useMemo(
    () =>
      known === null
        ? unchecked
        : {
            findings: moveFindings(known.findings, known.text, text),
            current: known.text === text && known.options === options,
          },
    [known, text, options],
  );
}

/**
 * Who gains and loses access when a policy's text becomes another one; null when that cannot be told, or
 * when the same asker has asked again before it was.
 */
export function askAccessPreview(
  asker: object,
  environment: NonNullable<FindingsContext['environment']>,
  text: string,
  later: string,
): Promise<AccessDiff | null> {
  return new Promise((resolve) => {
    checkQueue().ask(asker, { task: 'preview', environment, text, later }, (reply) => {
      resolve(reply.task === 'preview' ? reply.diff : null);
    });
  });
}
