'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Reveal } from '@/components/editor/editor-props.ts';
import { PolicyEditor } from '@/components/editor/policy-editor.tsx';
import { Button } from '@/components/ui/button.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';
import { recordProgress } from '@/lib/browser/progress.ts';
import type { Lab } from '@/lib/model/lab.ts';
import type { TextRange } from '@/simulator/index.ts';
import { Compare } from './compare.tsx';
import { GoalList } from './goal-list.tsx';
import { Hints } from './hints.tsx';
import styles from './lab.module.css';
import { LabBar } from './lab-bar.tsx';
import { OpenInPlayground } from './open-in-playground.tsx';
import { useDraft } from './use-draft.ts';
import { useLabAnswers } from './use-lab-answers.ts';
import { useLessonPassed } from './use-lesson-passed.ts';

export interface InteractiveLabProps {
  readonly lessonId: string;
  /** The lesson's. */
  readonly title: string;
  readonly lab: Lab;
}

/** The working lab: a policy, its goals held against it at every keystroke, and help on the way. */
export function InteractiveLab({ lessonId, title, lab }: InteractiveLabProps) {
  const draft = useDraft(`lab:${lessonId}`, lab.starter);
  const { results, mistake, problems, stale } = useLabAnswers(lab, draft.text);
  const [focus, setFocus] = useState<TextRange | null>(null);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const [comparing, setComparing] = useState(false);
  const reached = results.filter(({ passed }) => passed).length;
  const passed = !stale && reached === results.length;
  const everPassed = useLessonPassed(lessonId, passed ? draft.text : null);

  // The button that the reader pressed is gone; go on from the same place.
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);

  const context = useMemo(
    () => ({ environment: { ...lab.environment, resourcePolicy: draft.text } }),
    [lab.environment, draft.text],
  );

  useEffect(() => {
    // Where the browser stores nothing, the lab works all the same.
    recordProgress({ kind: 'lesson-opened', subject: lessonId, payload: {} }).catch(() => undefined);
  }, [lessonId]);

  return (
    <div className={styles.columns}>
      <div className={styles.work}>
        <h3 ref={head} tabIndex={-1} className={styles.heading}>
          Key policy
        </h3>
        <PolicyEditor
          value={draft.text}
          onChange={draft.edit}
          label="Key policy"
          kind="key"
          context={context}
          rows={rowsFor(lab.starter)}
          problems={problems}
          reveal={reveal}
          highlights={focus ? [{ range: focus, tone: 'focus' }] : []}
        />
        <LabBar draft={draft} starter={lab.starter}>
          <OpenInPlayground title={title} lab={lab} text={draft.text} />
        </LabBar>
      </div>
      <div>
        <h3 className={styles.heading}>Goals</h3>
        <p role="status" className={styles.count}>
          {stale ? 'This cannot be read as a key policy. The goals show the last text that could.' : null}
          {!stale && (passed ? 'All goals reached.' : `${reached} of ${results.length} goals reached.`)}
          {!stale && <VisuallyHidden> {missing(lab, results)}</VisuallyHidden>}
        </p>
        <GoalList
          goals={lab.goals}
          results={results}
          stale={stale}
          onHighlight={setFocus}
          onReveal={(range) => setReveal({ range })}
        />
        <div aria-live="polite">
          {mistake && draft.state !== 'new' && <p className={styles.mistake}>{mistake.hint}</p>}
        </div>
        {!passed && <Hints hints={lab.hints} />}
        {everPassed && (
          <Button
            className={styles.compareSwitch}
            aria-expanded={comparing}
            onClick={() => setComparing(!comparing)}
          >
            {comparing ? 'Hide our solution' : 'Compare with our solution'}
          </Button>
        )}
      </div>
      {comparing && <Compare yours={draft.text} ours={lab.solution} />}
    </div>
  );
}

/** Room for the starting text and a few lines more, without pushing the goals off the screen. */
function rowsFor(text: string): number {
  return Math.min(text.split('\n').length + 2, 22);
}

function missing(lab: Lab, results: readonly { id: string; passed: boolean }[]): string {
  const open = new Set(results.flatMap(({ id, passed }) => (passed ? [] : [id])));
  const texts = lab.goals.flatMap(({ id, text }) => (open.has(id) ? [text] : []));
  return texts.length > 0 ? `Not yet: ${texts.join('; ')}.` : '';
}
