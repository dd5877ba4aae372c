'use client';
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { nearMisses } from '@/components/decision/outcomes.ts';
import type { TraceTarget } from '@/components/decision/statement-row.tsx';
import { walkSteps } from '@/components/decision/use-step-keys.ts';
import type { Highlight } from '@/components/editor/editor-props.ts';
import { RequestForm } from '@/components/request/request-form.tsx';
import { SavedRequests } from '@/components/request/saved-requests.tsx';
import type { Pair, RequestForm as Request } from '@/lib/model/playground.ts';
import { mended } from '@/lib/model/scenario.ts';
import type { Step } from '@/simulator/index.ts';
import { useActionKeys } from './action-keys.ts';
import type { DialogName, LabTools, PaneName, StripTab } from './actions.ts';
import { BottomStrip } from './bottom-strip.tsx';
import { DecisionPane } from './decision-pane.tsx';
import { Dialogs } from './dialogs.tsx';
import { downloadJson } from './download.ts';
import { ask } from './edits.ts';
import { Notices } from './notices.tsx';
import { sizeLimits, standardSizes, usePaneSizes } from './pane-sizes.ts';
import { PhoneTabs } from './phone-tabs.tsx';
import { type Pointed, PoliciesPane } from './policies-pane.tsx';
import { usePlayground } from './provider.tsx';
import { ScenarioNote } from './scenario-note.tsx';
import { documentOf } from './settle.ts';
import { Splitter } from './splitter.tsx';
import { Toolbar } from './toolbar.tsx';
import { VisitNote } from './visit-note.tsx';
import styles from './workbench.module.css';
import { tagIdentity } from './world-edits.ts';

/** The characters that a step of the trace speaks of: what matched, else what kept the nearest from matching. */
function placesOf({ statements }: Step): readonly TraceTarget[] {
  const matched = statements.filter((statement) => statement.matched);
  const telling = matched.length > 0 ? matched : [...nearMisses(statements)];
  return telling.flatMap(({ policy, elements, range, matched: fits }) => {
    const ranges = fits
      ? elements.map((element) => element.range)
      : elements.filter((one) => !one.matched).map((one) => one.range);
    return (ranges.length > 0 ? ranges : [range]).map((one) => ({ policy, range: one }));
  });
}

const stripTabs: readonly StripTab[] = ['problems', 'matrix', 'compare'];

/** Policies, a request and the decision side by side: change any and see the others follow. */
export function Workbench() {
  const playground = usePlayground();
  const { bench, dispatch, scenario, facts } = playground;
  const { present, settled } = bench;
  const [pane, setPane] = useState<PaneName>('policy');
  const [strip, setStrip] = useState<StripTab>('problems');
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [sizes, changeSizes] = usePaneSizes();
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(settled);
  latest.current = settled;

  const find = useCallback(
    ({ policy }: TraceTarget) => (latest.current.stale ? undefined : documentOf(latest.current, policy)),
    [],
  );
  const highlight = useCallback(
    (target: TraceTarget | null) => {
      const document = target && find(target);
      setPointed(document ? { document, highlights: [{ range: target.range, tone: 'focus' }] } : null);
    },
    [find],
  );
  const reveal = useCallback(
    (target: TraceTarget) => {
      const document = find(target);
      if (!document) return;
      setPane('policy');
      dispatch({ type: 'show', document, range: target.range });
    },
    [find, dispatch],
  );
  const step = useCallback(
    (one: Step) => {
      const places = placesOf(one);
      const first = places[0];
      const document = first && find(first);
      if (!document) {
        setPointed(null);
        return;
      }
      const highlights = places
        .filter((place) => find(place) === document)
        .map(({ range }): Highlight => ({ range, tone: 'focus' }));
      setPointed({ document, highlights });
      dispatch({ type: 'show', document, range: first.range, quiet: true });
    },
    [find, dispatch],
  );
  const change = useCallback((request: Partial<Request>) => dispatch(ask(request, Date.now())), [dispatch]);
  const tagCaller = useCallback(
    (arn: string, tags: readonly Pair[]) =>
      dispatch({
        type: 'change',
        edit: (state) => tagIdentity(state, arn, tags),
        typing: { what: `tags of ${arn}`, at: Date.now() },
      }),
    [dispatch],
  );
  const openPaste = useCallback(() => setDialog('paste'), []);
  const showStrip = (tab: StripTab) => {
    setStrip(tab);
    setPane('more');
    if (sizes.strip === 0) changeSizes({ strip: standardSizes.strip });
  };

  const tools: LabTools = {
    playground,
    openDialog: setDialog,
    showPane: (name) => {
      setPane(name);
      const section = frame.current?.querySelector<HTMLElement>(`[data-part="${name}"]`);
      section?.querySelector<HTMLElement>('textarea, input, select, [tabindex="-1"], button')?.focus();
    },
    showStrip,
    walk: (direction) => walkSteps(frame.current?.querySelector('[data-trace]') ?? null, direction),
    exportFile: () =>
      downloadJson(`kms-playground-${present.scenario}.json`, JSON.stringify(present, null, 2)),
  };
  useActionKeys(tools);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once.
  useEffect(() => {
    const at = new URLSearchParams(location.search).get('at');
    const tab = stripTabs.find((name) => name === at);
    if (tab) showStrip(tab);
    else if (at === 'trace') setPane('why');
    else if (at === 'request') setPane('request');
  }, []);

  const shareOf = (event: { clientX: number; clientY: number }, axis: 'x' | 'y') => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return 0;
    return axis === 'x'
      ? ((event.clientX - box.left) / box.width) * 100
      : ((box.bottom - event.clientY) / box.height) * 100;
  };
  const style = useMemo(
    () =>
      ({
        '--policies': `${sizes.policies}fr`,
        '--request': `${sizes.request}fr`,
        '--decision': `${100 - sizes.policies - sizes.request}fr`,
        '--strip': `${sizes.strip}%`,
      }) as CSSProperties,
    [sizes],
  );
  const toggle = (name: 'request' | 'strip') =>
    changeSizes({ [name]: sizes[name] === 0 ? standardSizes[name] : 0 });

  return (
    <div
      ref={frame}
      className={styles.bench}
      data-pane={pane}
      data-request={sizes.request === 0 ? 'closed' : 'open'}
      data-strip={sizes.strip === 0 ? 'closed' : 'open'}
      style={style}
    >
      <Toolbar tools={tools} />
      <Notices />
      {scenario && (
        <ScenarioNote
          scenario={scenario}
          onMend={() => dispatch({ type: 'load', state: mended(scenario), keepHistory: true })}
        />
      )}
      {facts.visit && <VisitNote visit={facts.visit} />}
      <div className={styles.panes}>
        <section className={styles.policyPane} aria-label="Policies" data-part="policy">
          <PoliciesPane
            bench={bench}
            dispatch={dispatch}
            pointed={pointed}
            onAdd={() => setDialog('document')}
          />
        </section>
        <Splitter
          label="Width of the policies"
          orientation="vertical"
          value={sizes.policies}
          limits={sizeLimits.policies}
          valueAt={(event) => shareOf(event, 'x')}
          onChange={(policies) => changeSizes({ policies })}
        />
        <section className={styles.requestPane} aria-label="Request" data-part="request">
          <h2 className={styles.paneTitle}>Request</h2>
          <RequestForm
            request={present.request}
            problems={settled.requestProblems}
            callers={present.world.identities}
            keys={present.world.keys}
            onPaste={openPaste}
            onChange={change}
            onCallerTags={tagCaller}
          />
          <SavedRequests
            saved={present.savedRequests}
            results={settled.saved}
            request={present.request}
            verdict={settled.stale ? undefined : settled.decision?.verdict}
            dispatch={dispatch}
          />
        </section>
        <Splitter
          label="Width of the request"
          orientation="vertical"
          value={sizes.request}
          limits={sizeLimits.request}
          valueAt={(event) => shareOf(event, 'x') - sizes.policies}
          onChange={(request) => changeSizes({ request })}
          onToggle={() => toggle('request')}
        />
        <section className={styles.decisionPane} aria-label="Decision" data-part="why">
          <DecisionPane
            present={present}
            settled={settled}
            dispatch={dispatch}
            onHighlight={highlight}
            onReveal={reveal}
            onStep={step}
          />
        </section>
      </div>
      <Splitter
        label="Height of the strip below"
        orientation="horizontal"
        value={sizes.strip}
        limits={sizeLimits.strip}
        valueAt={(event) => shareOf(event, 'y')}
        onChange={(height) => changeSizes({ strip: height })}
        onToggle={() => toggle('strip')}
      />
      <BottomStrip
        bench={bench}
        dispatch={dispatch}
        tab={strip}
        open={sizes.strip > 0 || pane === 'more'}
        onTab={setStrip}
        onToggle={() => toggle('strip')}
      />
      <Dialogs open={dialog} tools={tools} onClose={() => setDialog(null)} />
      <PhoneTabs pane={pane} onChoose={setPane} />
    </div>
  );
}
