'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { emptyAccount } from '@/lib/model/account.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import { describeChange } from '@/simulator/explain/access.ts';
import { describeNote } from '@/simulator/explain/notes.ts';
import type { AccessDiff } from '@/simulator/index.ts';
import styles from './access.module.css';
import type { AccessQuestion, OfferedWay } from './access-questions.ts';
import { Effect } from './effect.tsx';
import { useAccess } from './use-access.ts';

/** A pause in typing after which ways are looked for. Milliseconds. */
const pause = 300;

function useQuestion(state: PlaygroundState): AccessQuestion | null {
  const [question, setQuestion] = useState<AccessQuestion | null>(null);
  const { world, documents, request } = state;
  // Only what decides: a saved request or a step of the account asks nothing new.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const timer = setTimeout(
      () => setQuestion({ task: 'ways', state: { ...state, account: emptyAccount, baseline: null } }),
      pause,
    );
    return () => clearTimeout(timer);
  }, [world, documents, request]);
  return question;
}

interface WaysProps {
  /** Denied as it is. */
  readonly state: PlaygroundState;
  readonly onApply: (way: OfferedWay) => void;
}

/** What would allow the request, the least first, each with what it opens to everybody before it is applied. */
export function Ways({ state, onApply }: WaysProps) {
  const question = useQuestion(state);
  const { answer, current } = useAccess(question);
  const offered = answer?.task === 'ways' ? answer.offered : null;
  const isCurrent =
    current &&
    question?.task === 'ways' &&
    question.state.world === state.world &&
    question.state.documents === state.documents &&
    question.state.request === state.request;
  return (
    <details className={styles.ways} aria-busy={!isCurrent}>
      <summary className={styles.title}>
        Ways to allow this{offered && offered.ways.length > 0 && `: ${offered.ways.length}`}
      </summary>
      {answer?.task === 'failed' && <p>Ways could not be looked for. Are you offline?</p>}
      {!offered && answer?.task !== 'failed' && (
        <p className={styles.quiet}>Looking for the smallest changes …</p>
      )}
      {offered?.impossible && <p>{describeNote(offered.impossible)}</p>}
      {offered && offered.ways.length > 0 && (
        <ol className={isCurrent ? styles.wayList : `${styles.wayList} ${styles.stale}`}>
          {offered.ways.map((way) => (
            <Way
              key={JSON.stringify(way.changes)}
              way={way}
              principal={state.request.principal}
              onApply={isCurrent ? onApply : null}
            />
          ))}
        </ol>
      )}
    </details>
  );
}

/** What a way opens, in a few words: to whom besides the caller. */
function summary({ gains, losses }: AccessDiff, principal: string): string {
  const others = new Set(gains.map((gain) => gain.principal.principal).filter((name) => name !== principal));
  const own = gains
    .filter((gain) => gain.principal.principal === principal)
    .flatMap(({ actions }) => actions);
  const parts = [
    own.length > 1 && `${own.length} actions for the caller`,
    others.size > 0 && `opens something to ${others.size} ${others.size === 1 ? 'other' : 'others'}`,
    losses.length > 0 && `takes something from ${losses.length}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : 'opens nothing else';
}

interface WayProps {
  readonly way: OfferedWay;
  readonly principal: string;
  /** Null while another state is asked about. */
  readonly onApply: ((way: OfferedWay) => void) | null;
}

function Way({ way, principal, onApply }: WayProps) {
  const words = way.changes.map(describeChange);
  return (
    <li className={styles.way}>
      <div className={styles.wayHead}>
        <div>
          {words.map((word) => (
            <p key={word} className={styles.change}>
              {word}
            </p>
          ))}
        </div>
        <Button disabled={!onApply} aria-label={`Apply: ${words.join(', ')}`} onClick={() => onApply?.(way)}>
          Apply
        </Button>
      </div>
      <details>
        <summary>Effect on everybody: {summary(way.effect, principal)}</summary>
        <Effect diff={way.effect} />
      </details>
    </li>
  );
}
