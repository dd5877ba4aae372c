'use client';
import { useMemo, useState } from 'react';
import type { TraceTarget } from '@/components/decision/statement-row.tsx';
import type { Highlight } from '@/components/editor/editor-props.ts';
import { RequestForm } from '@/components/request/request-form.tsx';
import { Button } from '@/components/ui/button.tsx';
import { mended } from '@/lib/model/scenario.ts';
import { DecisionPane } from './decision-pane.tsx';
import { ask } from './edits.ts';
import { Notices } from './notices.tsx';
import { type Pane, PhoneTabs } from './phone-tabs.tsx';
import { openScenario, policyPlace } from './places.ts';
import { PoliciesPane } from './policies-pane.tsx';
import { type DraftStatus, usePlayground } from './provider.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { ScenarioNote } from './scenario-note.tsx';
import { documentOf } from './settle.ts';
import { VisitNote } from './visit-note.tsx';
import styles from './workbench.module.css';

const draftWords: Record<DraftStatus, string> = {
  untouched: 'Changes are kept in this browser',
  kept: 'Draft kept in this browser',
  failed: 'This browser keeps no drafts',
  link: 'Opened from a link, kept nowhere yet',
};

/** Policies, a request and the decision side by side: change any and see the others follow. */
export function Workbench() {
  const { bench, dispatch, cards, scenario, facts, title, draft, open, moveTo } = usePlayground();
  const [pane, setPane] = useState<Pane>('policy');
  const [pointed, setPointed] = useState<{ document: string; highlight: Highlight } | null>(null);
  const [saving, setSaving] = useState(false);
  const { present, settled } = bench;
  const start = scenario?.state ?? facts.visit?.start;

  const find = (target: TraceTarget) => (settled.stale ? undefined : documentOf(settled, target.policy));

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
          <select
            value={present.scenario}
            onChange={(event) => {
              void openScenario(event.target.value).then((opened) => opened && open(opened));
            }}
          >
            {!scenario && <option value={present.scenario}>{title}</option>}
            {cards.map((card) => (
              <option key={card.slug} value={card.slug}>
                {card.title}
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
          disabled={bench.future.length === 0}
          onClick={() => dispatch({ type: 'redo' })}
        >
          Redo
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
      <Notices />
      {scenario && (
        <ScenarioNote
          scenario={scenario}
          onMend={() => dispatch({ type: 'load', state: mended(scenario), keepHistory: true })}
        />
      )}
      {facts.visit && <VisitNote visit={facts.visit} />}
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
        saved={facts.saved ?? null}
        suggestedName={title}
        onSaved={(policy) => moveTo(policyPlace(policy.id), { saved: policy })}
      />
      <PhoneTabs pane={pane} onChoose={setPane} />
    </div>
  );
}
