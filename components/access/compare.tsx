'use client';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { PlaygroundDocument, PlaygroundState } from '@/lib/model/playground.ts';
import type { AccessRequest } from '@/simulator/index.ts';
import styles from './access.module.css';
import type { AccessQuestion } from './access-questions.ts';
import { Effect } from './effect.tsx';
import { diffLines, withContext } from './text-diff.ts';
import { useAccess } from './use-access.ts';

interface CompareProps {
  readonly state: PlaygroundState;
  /** A policy cannot be used as it is: the last comparison stays. */
  readonly paused: boolean;
  readonly onPin: () => void;
  readonly onUnpin: () => void;
  readonly onWitness: (request: AccessRequest) => void;
}

/** The pinned policies beside those of now: what changed in the text, and what that did to everybody's access. */
export function Compare({ state, paused, onPin, onUnpin, onWitness }: CompareProps) {
  const { baseline, world, documents, request } = state;
  const question = useMemo<AccessQuestion | null>(
    () =>
      baseline && !paused
        ? { task: 'compare', before: baseline, after: { world, documents }, key: request.key }
        : null,
    [baseline, world, documents, request.key, paused],
  );
  const { answer, current } = useAccess(question);
  if (!baseline) {
    return (
      <div className={styles.pin}>
        <p>Pin the policies as they are now. Whatever you change afterwards is then held against them.</p>
        <Button onClick={onPin}>Pin these policies</Button>
      </div>
    );
  }
  return (
    <div className={styles.compare}>
      <section aria-label="Changes of the text" className={styles.texts}>
        <div className={styles.compareHead}>
          <h3 className={styles.title}>Text</h3>
          <Button variant="plain" onClick={onPin}>
            Pin again
          </Button>
          <Button variant="plain" onClick={onUnpin}>
            Unpin
          </Button>
        </div>
        <TextChanges before={baseline.documents} after={documents} />
      </section>
      <section aria-label="Changes of access" aria-busy={!current} className={current ? '' : styles.stale}>
        <h3 className={styles.title}>Access</h3>
        {answer?.task === 'compare' && <Effect diff={answer.diff} onWitness={onWitness} />}
        {!answer && (
          <p className={styles.quiet}>
            {paused ? 'A policy cannot be used as it is.' : 'Asking for everybody …'}
          </p>
        )}
        {answer?.task === 'failed' && <p>Access could not be compared. Are you offline?</p>}
      </section>
    </div>
  );
}

interface TextChangesProps {
  readonly before: readonly PlaygroundDocument[];
  readonly after: readonly PlaygroundDocument[];
}

const switchedOff = (document: PlaygroundDocument | undefined) =>
  document && document.disabled.length > 0
    ? `Statements switched off: ${document.disabled.map((n) => n + 1).join(', ')}`
    : '';

function TextChanges({ before, after }: TextChangesProps) {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const changed = ids.flatMap((id) => {
    const old = before.find((document) => document.id === id);
    const now = after.find((document) => document.id === id);
    const same = old?.text === now?.text && switchedOff(old) === switchedOff(now);
    return same ? [] : [{ id, name: now?.name ?? old?.name ?? id, old, now }];
  });
  if (changed.length === 0) return <p className={styles.quiet}>No text has changed.</p>;
  return changed.map(({ id, name, old, now }) => (
    <figure key={id} className={styles.diff}>
      <figcaption>
        {name}
        {!old && ', added'}
        {!now && ', removed'}
        {switchedOff(now) && `. ${switchedOff(now)}`}
      </figcaption>
      {old?.text !== now?.text && (
        <pre>
          {withContext(diffLines(old?.text ?? '', now?.text ?? '')).map((line, index) => (
            // A line of a diff has no identity but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={index} className={styles[lineClass(line?.sign)]}>
              {line && line.sign !== ' ' && (
                <VisuallyHidden>{line.sign === '+' ? 'Added: ' : 'Removed: '}</VisuallyHidden>
              )}
              {line === null ? '  …' : `${line.sign} ${line.text}`}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
    </figure>
  ));
}

const lineClass = (sign: ' ' | '+' | '-' | undefined) =>
  sign === '+' ? 'lineAdded' : sign === '-' ? 'lineRemoved' : 'lineSame';
