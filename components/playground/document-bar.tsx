'use client';
import { type Dispatch, memo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { PlaygroundDocument, PlaygroundState } from '@/lib/model/playground.ts';
import { edit, withDocument } from './edits.ts';
import type { BenchAction } from './reducer.ts';
import styles from './workbench.module.css';
import { attach, kindNames, levelsOf, ownerKind, ownerOf, removeDocument } from './world-edits.ts';

interface DocumentBarProps {
  readonly document: PlaygroundDocument;
  readonly world: PlaygroundState['world'];
  readonly documents: PlaygroundState['documents'];
  readonly dispatch: Dispatch<BenchAction>;
}

/** What a document is, to whom it is attached, its name, and its end. */
export const DocumentBar = memo(
  function DocumentBar({ document, world, documents, dispatch }: DocumentBarProps) {
    const { id, kind, name } = document;
    const owners = ownersOf(kind, world, documents);
    return (
      <div className={styles.documentBar}>
        <span className={styles.kind}>{kindNames[kind]}</span>
        {owners.length > 0 && (
          <label className={styles.owner}>
            <span>of</span>
            <select
              aria-label="Attached to"
              value={ownerOf(document)}
              onChange={(event) => {
                const owner = event.target.value;
                dispatch(edit((state) => withDocument(state, id, (one) => attach(one, owner))));
              }}
            >
              {!owners.some(({ value }) => value === ownerOf(document)) && (
                <option value={ownerOf(document)}>{ownerOf(document)}</option>
              )}
              {owners.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        <details className={styles.documentMore}>
          <summary>Rename or remove</summary>
          <div className={styles.documentEdit}>
            <input
              aria-label="Name of the policy"
              value={name}
              maxLength={120}
              onChange={(event) => {
                const renamed = event.target.value;
                dispatch({
                  type: 'change',
                  edit: (state) => withDocument(state, id, (one) => ({ ...one, name: renamed })),
                  typing: { what: `name of ${id}`, at: Date.now() },
                });
              }}
            />
            <Button
              variant="plain"
              disabled={documents.length === 1}
              onClick={() => dispatch(edit((state) => removeDocument(state, id)))}
            >
              Remove
            </Button>
          </div>
        </details>
      </div>
    );
  },
  // A keystroke in the text changes the document, and nothing that is shown here.
  (before, after) =>
    before.world === after.world &&
    before.document.id === after.document.id &&
    before.document.name === after.document.name &&
    ownerOf(before.document) === ownerOf(after.document) &&
    before.documents.length === after.documents.length,
);

interface Owner {
  readonly value: string;
  readonly words: string;
}

function ownersOf(
  kind: PlaygroundDocument['kind'],
  world: PlaygroundState['world'],
  documents: PlaygroundState['documents'],
): readonly Owner[] {
  switch (ownerKind(kind)) {
    case 'key':
      if (world.keys.length === 1) return [];
      return world.keys.map(({ arn, aliases }, index) => ({
        value: index === 0 && documents.some((one) => one.kind === kind && ownerOf(one) === '') ? '' : arn,
        words: aliases?.[0] ?? arn.split('/').at(-1) ?? arn,
      }));
    case 'identity':
      return [
        { value: '', words: 'whoever calls' },
        ...world.identities.map(({ arn, name }) => ({ value: arn, words: name })),
      ];
    case 'level':
      return levelsOf({ world, documents }).map((level) => ({ value: level, words: level }));
    case 'nobody':
      return [];
  }
}
