'use client';
import { useCallback, useMemo, useReducer, useState } from 'react';
import type { TraceTarget } from '@/components/decision/statement-row.tsx';
import type { Highlight } from '@/components/editor/editor-props.ts';
import { RequestForm } from '@/components/request/request-form.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { PlaygroundVisit } from '@/lib/model/playground-visit.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import { mended, type Scenario } from '@/lib/model/scenario.ts';
import { DecisionPane } from './decision-pane.tsx';
import { ask } from './edits.ts';
import { type Pane, PhoneTabs } from './phone-tabs.tsx';
import { PoliciesPane } from './policies-pane.tsx';
import { type Bench, type BenchAction, openBench, reduceBench } from './reducer.ts';
import { SaveDialog } from './save-dialog.tsx';
import { ScenarioNote } from './scenario-note.tsx';
import { documentOf } from './settle.ts';
import { type DraftStatus, openScenario, type Start, useDraft } from './use-draft.ts';
import { VisitNote } from './visit-note.tsx';
import styles from './workbench.module.css';

/** Measures decisions; the first, made on the server, is not measured. */
const reduce = (bench: Bench, action: BenchAction) => reduceBench(bench, action, () => performance.now());

const draftWords: Record<DraftStatus, string> = {
  untouched: 'Changes are kept in this browser',
  kept: 'Draft kept in this browser',
  failed: 'This browser keeps no drafts',
};

/** Policies, a request and the decision side by side: change any and see the others follow. */
export function Workbench({ scenarios }: { scenarios: readonly [Scenario, ...Scenario[]] }) {
  const [bench, dispatch] = useReducer(reduce, scenarios[0].state, openBench);
  const [pane, setPane] = useState<Pane>('policy');
  const [pointed, setPointed] = useState<{ document: string; highlight: Highlight } | null>(null);
  const [saved, setSaved] = useState<LocalPolicy | null>(null);
  const [visit, setVisit] = useState<PlaygroundVisit | null>(null);
  const [saving, setSaving] = useState(false);
  const { present, settled } = bench;
  const opened = useCallback((start: Start) => {
    setSaved(start.saved);
    setVisit(start.visit);
  }, []);
  const draft = useDraft({ state: present, scenarios, dispatch, saved, visit, onOpened: opened });
  const scenario = scenarios.find(({ slug }) => slug === present.scenario);
  const visited = visit?.start.scenario === present.scenario ? visit : null;
  const title = scenario?.title ?? visited?.title ?? saved?.name ?? 'Your own';
  const start = scenario?.state ?? visited?.start;

  const find = (target: TraceTarget) =>
    settled.decision && !settled.stale ? documentOf(settled, target.policy) : undefined;

  const highlight = (target: TraceTarget | null) => {
    const document = target && find(target);
    setPointed(document ? { document, highlight: { range: target.range, tone: 'focus' } } : null);
  };

  const reveal = (target: TraceTarget) => {
    const document = find(target);
    if (!document) return;
    setPane('policy');
    dispatch({ type: 'show', document, range: target.range });
  };

  const choose = useCallback(
    (slug: string) => {
      const next = scenarios.find((candidate) => candidate.slug === slug);
      if (!next) return;
      history.replaceState(null, '', `?scenario=${slug}`);
      void openScenario(next).then((state) => {
        setSaved(null);
        dispatch({ type: 'load', state, keepHistory: true });
      });
    },
    [scenarios],
  );

  const resources = useMemo(
    () => [
      ...present.world.keys.flatMap(({ arn, aliases = [] }) => [
        arn,
        arn.split('/').at(-1) ?? '',
        ...aliases,
      ]),
      '*',
    ],
    [present.world.keys],
  );

  return (
    <div className={styles.bench} data-pane={pane}>
      <div className={styles.toolbar}>
        <h1 className={styles.title}>Playground</h1>
        <label className={styles.scenario}>
          <span>Scenario</span>
          <select value={present.scenario} onChange={(event) => choose(event.target.value)}>
            {!scenario && <option value={present.scenario}>{title}</option>}
            {scenarios.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <span className={styles.status} role="status">
          {draftWords[draft]}
        </span>
        <Button variant="plain" disabled={bench.past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
          Undo
        </Button>
        <Button
          variant="plain"
          disabled={!start}
          onClick={() => start && dispatch({ type: 'load', state: start, keepHistory: true })}
        >
          Reset
        </Button>
        <Button onClick={() => setSaving(true)}>Save policy</Button>
      </div>
      {scenario && (
        <ScenarioNote
          scenario={scenario}
          onMend={() => dispatch({ type: 'load', state: mended(scenario), keepHistory: true })}
        />
      )}
      {visited && <VisitNote visit={visited} />}
      <div className={styles.panes}>
        <section className={styles.policyPane} aria-label="Policies">
          <PoliciesPane bench={bench} dispatch={dispatch} pointed={pointed} />
        </section>
        <section className={styles.requestPane} aria-label="Request">
          <h2 className={styles.paneTitle}>Request</h2>
          <RequestForm
            request={present.request}
            problems={settled.requestProblems}
            callers={present.world.identities}
            resources={resources}
            region={present.world.keys[0]?.arn.split(':')[3] ?? ''}
            onChange={(request) => dispatch(ask(request, Date.now()))}
          />
        </section>
        <section className={styles.decisionPane} aria-label="Decision">
          <DecisionPane bench={bench} onHighlight={highlight} onReveal={reveal} />
        </section>
      </div>
      <SaveDialog
        open={saving}
        onClose={() => setSaving(false)}
        state={present}
        saved={saved}
        suggestedName={title}
        onSaved={(policy) => {
          setSaved(policy);
          history.replaceState(null, '', `?policy=${policy.id}`);
        }}
      />
      <PhoneTabs pane={pane} onChoose={setPane} />
    </div>
  );
}
