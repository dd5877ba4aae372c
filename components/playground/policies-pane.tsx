'use client';
import type { Dispatch } from 'react';
import type { Highlight } from '@/components/editor/editor-props.ts';
import { PolicyEditor } from '@/components/editor/policy-editor.tsx';
import { Tabs } from '@/components/ui/tabs.tsx';
import { maxKeyPolicyLength, type PlaygroundDocument } from '@/lib/model/playground.ts';
import type { StatementResult } from '@/simulator/index.ts';
import { editText, toggleStatement } from './edits.ts';
import { ProblemList } from './problem-list.tsx';
import type { Bench, BenchAction } from './reducer.ts';
import { documentOf } from './settle.ts';
import { StatementList } from './statement-list.tsx';
import styles from './workbench.module.css';

interface PoliciesPaneProps {
  readonly bench: Bench;
  readonly dispatch: Dispatch<BenchAction>;
  /** What the reader points at, by document. */
  readonly pointed: { readonly document: string; readonly highlight: Highlight } | null;
}

const none: readonly Highlight[] = [];

/** The statements that the decision looked at in one document; empty while the decision is of another text. */
function resultsOf({ settled }: Bench, id: string): readonly StatementResult[] {
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

/** Every policy of the scenario behind a tab: its text, its statements, what is wrong with it. */
export function PoliciesPane({ bench, dispatch, pointed }: PoliciesPaneProps) {
  return (
    <Tabs
      label="Policies"
      className={styles.policies ?? ''}
      value={bench.activeDocument}
      onChange={(document) => dispatch({ type: 'show', document })}
      items={bench.present.documents.map((document) => ({
        id: document.id,
        label: document.name,
        panel: (
          <PolicyPanel
            document={document}
            bench={bench}
            dispatch={dispatch}
            highlight={pointed?.document === document.id ? pointed.highlight : null}
          />
        ),
      }))}
    />
  );
}

interface PolicyPanelProps extends Omit<PoliciesPaneProps, 'pointed'> {
  readonly document: PlaygroundDocument;
  readonly highlight: Highlight | null;
}

function PolicyPanel({ document, bench, dispatch, highlight }: PolicyPanelProps) {
  const { id, kind, text } = document;
  const parsed = bench.settled.parsed[id];
  const results = resultsOf(bench, id);
  const matched = matchedHighlights(results);
  const grantsProblem = bench.settled.grantsProblems[id];
  return (
    <div className={styles.panel}>
      <div className={styles.editor}>
        <PolicyEditor
          label={`${document.name}, text of the policy`}
          value={text}
          onChange={(value) => dispatch(editText(id, value, Date.now()))}
          {...(kind !== 'grants' && { kind })}
          highlights={highlight ? [...matched, highlight] : matched.length > 0 ? matched : none}
          problems={parsed?.problems ?? []}
          reveal={bench.activeDocument === id ? bench.reveal : null}
        />
      </div>
      {grantsProblem && <p className={styles.problem}>{grantsProblem}</p>}
      {parsed && parsed.problems.length > 0 && (
        <ProblemList
          text={text}
          problems={parsed.problems}
          onReveal={(range) => dispatch({ type: 'show', document: id, range })}
        />
      )}
      {parsed && (
        <StatementList
          document={document}
          parsed={parsed}
          results={results}
          onToggle={(statement) => dispatch(toggleStatement(id, statement))}
        />
      )}
      {kind === 'key' && <Size text={text} />}
    </div>
  );
}

function Size({ text }: { text: string }) {
  const kilobytes = (text.length / 1024).toFixed(1);
  return (
    <div className={styles.size}>
      <meter
        aria-label="Size of the key policy"
        min={0}
        max={maxKeyPolicyLength}
        value={Math.min(text.length, maxKeyPolicyLength)}
      />
      {kilobytes} of 32 KB
    </div>
  );
}
