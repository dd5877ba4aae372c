'use client';
import { type Dispatch, useEffect, useRef, useState } from 'react';
import { openPolicy } from '@/lib/browser/policies.ts';
import { readDraft, writeDraft } from '@/lib/browser/store.ts';
import { openVisit, writeVisit } from '@/lib/browser/visits.ts';
import { type PlaygroundState, readPlayground } from '@/lib/model/playground.ts';
import { type PlaygroundVisit, readVisit } from '@/lib/model/playground-visit.ts';
import type { LocalPolicy } from '@/lib/model/saved-policy.ts';
import type { Scenario } from '@/lib/model/scenario.ts';
import type { BenchAction } from './reducer.ts';

export type DraftStatus = 'untouched' | 'kept' | 'failed';

export interface Start {
  readonly state: PlaygroundState;
  /** The saved policy it was opened from. */
  readonly saved: LocalPolicy | null;
  /** What another page handed over. */
  readonly visit: PlaygroundVisit | null;
}

const lastId = 'playground:last';
const scenarioDraft = (slug: string) => `playground:${slug}`;
const policyDraft = (id: string) => `playground:policy:${id}`;

/** A saved policy as a state: what was saved with it, or its text in the first scenario. */
function stateOf(policy: LocalPolicy, fallback: PlaygroundState): PlaygroundState {
  const kept = readPlayground(parseJson(policy.environment)) ?? fallback;
  const documents = kept.documents.map((document) =>
    document.kind === policy.kind && document === kept.documents.find(({ kind }) => kind === policy.kind)
      ? { ...document, text: policy.text }
      : document,
  );
  return { ...kept, documents };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The scenario's draft, or its own state where none was kept. */
export async function openScenario(scenario: Scenario): Promise<PlaygroundState> {
  return readPlayground(await readDraft(scenarioDraft(scenario.slug))) ?? scenario.state;
}

/** What the address asks for, else the scenario worked on last. */
async function findStart(scenarios: readonly [Scenario, ...Scenario[]]): Promise<Start> {
  const query = new URLSearchParams(location.search);
  const id = query.get('policy');
  const saved = id === null ? undefined : await openPolicy(id).catch(() => undefined);
  if (saved) {
    const draft = readPlayground(await readDraft(policyDraft(saved.id)));
    return { state: draft ?? stateOf(saved, scenarios[0].state), saved, visit: null };
  }
  const visit = readVisit(await openVisit(query.get('draft') ?? ''));
  if (visit) return { state: visit.state, saved: null, visit };
  const asked = query.get('scenario') ?? (await readDraft(lastId));
  const scenario = scenarios.find(({ slug }) => slug === asked) ?? scenarios[0];
  return { state: await openScenario(scenario), saved: null, visit: null };
}

/** Every state has one place: with its saved policy, with what was handed over, or with its scenario. */
function keep(state: PlaygroundState, saved: LocalPolicy | null, visit: PlaygroundVisit | null) {
  if (saved) return [writeDraft(policyDraft(saved.id), state)];
  if (visit?.start.scenario === state.scenario) {
    return [writeVisit({ ...visit, state })];
  }
  return [writeDraft(scenarioDraft(state.scenario), state), writeDraft(lastId, state.scenario)];
}

interface DraftOptions {
  readonly state: PlaygroundState;
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  readonly dispatch: Dispatch<BenchAction>;
  readonly saved: LocalPolicy | null;
  readonly visit: PlaygroundVisit | null;
  readonly onOpened: (start: Start) => void;
}

/** Opens the draft once the page is there, and keeps every change after it. */
export function useDraft({ state, scenarios, dispatch, saved, visit, onOpened }: DraftOptions): DraftStatus {
  const [status, setStatus] = useState<DraftStatus>('untouched');
  const kept = useRef<PlaygroundState | null>(null);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    const first = latest.current;
    void findStart(scenarios).then((start) => {
      // Whoever began to work before the draft was read goes on with what they see.
      if (latest.current !== first) {
        kept.current = first;
        return;
      }
      kept.current = start.state;
      onOpened(start);
      dispatch({ type: 'load', state: start.state, keepHistory: false });
    });
  }, [scenarios, dispatch, onOpened]);

  useEffect(() => {
    if (kept.current === null || kept.current === state) return;
    kept.current = state;
    Promise.all(keep(state, saved, visit)).then(
      () => setStatus('kept'),
      () => setStatus('failed'),
    );
  }, [state, saved, visit]);

  return status;
}
