'use client';
import { type Dispatch, useMemo } from 'react';
import type { Highlight } from '@/components/editor/editor-props.ts';
import { PolicyEditor } from '@/components/editor/policy-editor.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Tabs } from '@/components/ui/tabs.tsx';
import { maxKeyPolicyLength, type PlaygroundDocument } from '@/lib/model/playground.ts';
import { toRequest } from '@/lib/model/playground-request.ts';
import type { StatementResult } from '@/simulator/index.ts';
import { DocumentBar } from './document-bar.tsx';
import { editText, toggleStatement } from './edits.ts';
import { FormatOffer } from './format-offer.tsx';
import type { Bench, BenchAction } from './reducer.ts';
import { documentOf, type Settled } from './settle.ts';
import { StatementList } from './statement-list.tsx';
import { statementNotes } from './statement-notes.ts';
import styles from './workbench.module.css';
import { ownerOf } from './world-edits.ts';

/** What the reader points at, by document. */
export interface Pointed {
  readonly document: string;
  readonly highlights: readonly Highlight[];
}

interface PoliciesPaneProps {
  readonly bench: Bench;
  readonly dispatch: Dispatch<BenchAction>;
  readonly pointed: Pointed | null;
  readonly onAdd: () => void;
}

const none: readonly Highlight[] = [];

/** The statements that the decision looked at in one document; empty while the decision is of another text. */
function resultsOf(settled: Settled, id: string): readonly StatementResult[] {
  const { decision, stale } = settled;
  if (!decision || stale) return [];
  return decision.steps
    .flatMap(({ statements }) => statements)
    .filter(({ policy }) => documentOf(settled, policy) === id);
}

function matchedHighlights(results: readonly StatementResult[]): readonly Highlight[] {
  return results
    .filter(({ matched }) => matched)
    .flatMap(({ effect, elements }) =>
      elements.map(({ range }) => ({
        range,
        tone: effect === 'Allow' ? ('allow' as const) : ('deny' as const),
      })),
    );
}

/** Every policy of the world behind a tab: its text, its statements, to whom it is attached. */
export function PoliciesPane({ bench, dispatch, pointed, onAdd }: PoliciesPaneProps) {
  return (
    <div className={styles.policiesFrame}>
      <Tabs
        label="Policies"
        className={styles.policies ?? ''}
        value={bench.activeDocument}
        onChange={(document) => dispatch({ type: 'show', document })}
        items={bench.present.documents.map((document) => ({
          id: document.id,
          label: document.name,
          panel:
            // Editors of the documents that are not shown would be work on every keystroke.
            document.id === bench.activeDocument ? (
              <PolicyPanel
                document={document}
                bench={bench}
                dispatch={dispatch}
                pointed={pointed?.document === document.id ? pointed.highlights : none}
              />
            ) : null,
        }))}
      />
      <Button variant="plain" className={styles.addDocument} aria-label="Add a policy" onClick={onAdd}>
        +
      </Button>
    </div>
  );
}

interface PolicyPanelProps extends Pick<PoliciesPaneProps, 'bench' | 'dispatch'> {
  readonly document: PlaygroundDocument;
  readonly pointed: readonly Highlight[];
}

function PolicyPanel({ document, bench, dispatch, pointed }: PolicyPanelProps) {
  const { id, kind, text } = document;
  const { settled, present } = bench;
  const parsed = settled.parsed[id];
  const results = useMemo(() => resultsOf(settled, id), [settled, id]);
  const matched = useMemo(() => matchedHighlights(results), [results]);
  const notes = useMemo(() => statementNotes(document, parsed, results), [document, parsed, results]);
  const highlights = useMemo(
    () => (pointed.length > 0 ? [...matched, ...pointed] : matched),
    [matched, pointed],
  );
  const grantsProblem = settled.grantsProblems[id];
  const { world, request } = present;
  // What the editor's completions, hovers and fixes may know.
  const context = useMemo(
    () => ({
      key: world.keys.find(({ arn }) => arn === ownerOf(document)) ?? world.keys[0] ?? null,
      environment: settled.prepared?.worldEnvironment.environment ?? null,
      request: Object.keys(settled.requestProblems).length === 0 ? toRequest(request) : null,
    }),
    [world, document, request, settled.prepared, settled.requestProblems],
  );
  return (
    <div className={styles.panel}>
      <div className={styles.editor}>
        <PolicyEditor
          // Another document is another text, not an edit of this one.
          key={id}
          label={`${document.name}, text of the policy`}
          value={text}
          onChange={(value) => dispatch(editText(id, value, Date.now()))}
          {...(kind !== 'grants' && { kind })}
          highlights={highlights}
          notes={notes}
          context={context}
          problems={parsed?.problems ?? []}
          reveal={bench.reveal}
        />
      </div>
      {parsed?.document?.statements.length === 0 || parsed?.document === null ? (
        <FormatOffer document={id} text={text} />
      ) : null}
      {grantsProblem && <p className={styles.problem}>{grantsProblem}</p>}
      {parsed && (
        <StatementList
          document={document}
          parsed={parsed}
          results={results}
          onToggle={(statement) => dispatch(toggleStatement(id, statement))}
        />
      )}
      <div className={styles.foot}>
        {kind === 'key' && <Size text={text} />}
        <DocumentBar
          document={document}
          world={present.world}
          documents={present.documents}
          dispatch={dispatch}
        />
      </div>
    </div>
  );
}

function Size({ text }: { text: string }) {
  const kilobytes = (text.length / 1024).toFixed(1);
  const isOver = text.length > maxKeyPolicyLength;
  return (
    <div className={styles.size}>
      <meter
        aria-label="Size of the key policy"
        min={0}
        max={maxKeyPolicyLength}
        high={maxKeyPolicyLength * 0.9}
        value={Math.min(text.length, maxKeyPolicyLength)}
      />
      {kilobytes} of 32 KB{isOver && ': more than KMS takes'}
    </div>
  );
}
