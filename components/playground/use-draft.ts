'use client';
import { type Dispatch, useEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from '@/lib/browser/store.ts';
import { type PlaygroundState, readPlayground } from '@/lib/model/playground.ts';
import type { Scenario } from '@/lib/model/scenario.ts';
import type { BenchAction } from './reducer.ts';

export type DraftStatus = 'untouched' | 'kept' | 'failed';

const draftId = (scenario: string) => `playground:${scenario}`;
const lastId = 'playground:last';

/** The state that the address asks for, else the one worked on last; each scenario has its own draft. */
async function findStart(scenarios: readonly Scenario[]): Promise<PlaygroundState | null> {
  const asked = new URLSearchParams(location.search).get('scenario') ?? (await readDraft(lastId));
  const scenario = scenarios.find(({ slug }) => slug === asked);
  if (!scenario) return readPlayground(await readDraft(draftId(scenarios[0]?.slug ?? '')));
  return readPlayground(await readDraft(draftId(scenario.slug))) ?? scenario.state;
}

/** Opens the draft once the page is there, and keeps every change after it. */
export function useDraft(
  state: PlaygroundState,
  scenarios: readonly Scenario[],
  dispatch: Dispatch<BenchAction>,
): DraftStatus {
  const [status, setStatus] = useState<DraftStatus>('untouched');
  const kept = useRef<PlaygroundState | null>(null);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    const first = latest.current;
    void findStart(scenarios).then((found) => {
      // Whoever began to type before the draft was read goes on with what they see.
      if (latest.current === first && found) {
        kept.current = found;
        dispatch({ type: 'load', state: found, keepHistory: false });
      } else {
        kept.current = first;
      }
    });
  }, [scenarios, dispatch]);

  useEffect(() => {
    if (kept.current === null || kept.current === state) return;
    kept.current = state;
    Promise.all([writeDraft(draftId(state.scenario), state), writeDraft(lastId, state.scenario)]).then(
      () => setStatus('kept'),
      () => setStatus('failed'),
    );
  }, [state]);

  return status;
}

/** The scenario's draft, or its own state where none was kept. */
export async function openScenario(scenario: Scenario): Promise<PlaygroundState> {
  return readPlayground(await readDraft(draftId(scenario.slug))) ?? scenario.state;
}
