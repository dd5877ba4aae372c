'use client';
import type { Dispatch } from 'react';
import { lineAndColumn } from '@/components/editor/mirror-lines.ts';
import { useFindings } from '@/components/editor/use-findings.ts';
import { Button } from '@/components/ui/button.tsx';
import { Mark } from '@/components/ui/mark.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import type { PlaygroundDocument, PlaygroundState } from '@/lib/model/playground.ts';
import { findingHref } from '@/lib/model/reference.ts';
import { describeFinding, describeFix, severityWords } from '@/simulator/explain/findings.ts';
import { applyFix, type KeyFacts, type PolicyKind } from '@/simulator/index.ts';
import { editText } from './edits.ts';
import type { BenchAction } from './reducer.ts';
import styles from './workbench.module.css';
import { ownerOf } from './world-edits.ts';

interface ProblemsPanelProps {
  readonly state: PlaygroundState;
  readonly dispatch: Dispatch<BenchAction>;
}

/** What the check has to say about every policy of the world, each with its place and what can be done. */
export function ProblemsPanel({ state, dispatch }: ProblemsPanelProps) {
  return (
    <ul className={styles.problems} aria-label="Problems">
      {state.documents.map((document) =>
        document.kind === 'grants' ? null : (
          <DocumentProblems
            key={document.id}
            document={document}
            kind={document.kind}
            keyFacts={state.world.keys.find(({ arn }) => arn === ownerOf(document)) ?? state.world.keys[0]}
            dispatch={dispatch}
          />
        ),
      )}
    </ul>
  );
}

interface DocumentProblemsProps {
  readonly document: PlaygroundDocument;
  readonly kind: PolicyKind;
  readonly keyFacts: KeyFacts | undefined;
  readonly dispatch: Dispatch<BenchAction>;
}

function DocumentProblems({ document, kind, keyFacts, dispatch }: DocumentProblemsProps) {
  const { id, name, text } = document;
  const { findings, current } = useFindings(text, kind, keyFacts && { key: keyFacts });
  if (findings === null) return <li className={styles.problemNote}>{name}: checking …</li>;
  if (findings.length === 0) return <li className={styles.problemNote}>{name}: nothing found.</li>;
  return findings.map((finding, index) => {
    const { code, severity, range, data, fixes } = finding;
    const key = `${code} ${range.start} ${JSON.stringify(data)} ${index}`;
    return (
      <li key={key} className={styles.problemRow} data-severity={severity}>
        <button
          type="button"
          className={styles.problem}
          onClick={() => dispatch({ type: 'show', document: id, range })}
        >
          <Mark kind={severity === 'suggestion' ? 'skipped' : 'warning'} size={14} />
          <span className={styles.severity}>{severityWords[severity]}</span>
          <span className={styles.line}>
            {name}, line {lineAndColumn(text, range.start).line}
          </span>
          <span className={styles.problemText}>{describeFinding(finding)}</span>
        </button>
        <a className={styles.why} href={findingHref(code)} target="_blank" rel="noopener">
          Why?<VisuallyHidden> {code}, in a new tab</VisuallyHidden>
        </a>
        {fixes.map((fix) => (
          <Button
            key={`${fix.code} ${JSON.stringify(fix.data)}`}
            disabled={!current}
            onClick={() => dispatch(editText(id, applyFix(text, fix), 0))}
          >
            {describeFix(fix)}
          </Button>
        ))}
      </li>
    );
  });
}
