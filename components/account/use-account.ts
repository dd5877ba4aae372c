'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePlayground } from '@/components/playground/provider.tsx';
import { type Account, type AccountStep, emptyAccount, isWithinLimits } from '@/lib/model/account.ts';
import { worldDefinitionOf } from '@/lib/model/account-definition.ts';
import type { AccountView } from '@/lib/model/account-view.ts';
import type { StepOutcome } from '@/lib/model/account-world.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import { changesBetween } from '@/lib/model/world-changes.ts';
import type { AccountDefinition } from '@/lib/model/world-definition.ts';
import { Closed, WorldClient } from './world-client.ts';
import type { Update } from './world-messages.ts';

export type Progress = { readonly done: number; readonly of: number };

export interface OpenAccount {
  readonly view: AccountView;
  readonly outcomes: readonly StepOutcome[];
  readonly state: PlaygroundState;
  readonly client: WorldClient;
  /** Steps are under way. */
  readonly busy: boolean;
  /** Carries a step out and keeps it; its outcome. Null: there is room for no more steps. */
  readonly perform: (step: AccountStep) => Promise<StepOutcome | null>;
  /** Forgets all steps: the world is the lab's again. */
  readonly startOver: () => void;
}

export type AccountStatus =
  | { readonly type: 'opening'; readonly progress: Progress | null }
  | { readonly type: 'failed'; readonly message: string; readonly startOver: () => void }
  | { readonly type: 'open'; readonly account: OpenAccount };

/** An account whose beginning is settled. */
type Begun = Account & { readonly began: AccountDefinition };

/** The account of a state, with what its lab changed since as a step of its own. */
function accountOf(state: PlaygroundState): Begun {
  const lab = worldDefinitionOf(state);
  const { began, steps } = state.account;
  if (began === undefined || steps.length === 0) return { began: lab, steps: [] };
  const last = steps.findLast((step) => step.type === 'amend');
  const changes = changesBetween(last?.lab ?? began, lab);
  return { began, steps: changes === null ? steps : [...steps, { type: 'amend', changes, lab }] };
}

interface Shown {
  readonly view: AccountView;
  readonly outcomes: readonly StepOutcome[];
}

/** The simulated account of the playground's state, in a worker that follows every change of it, undo included. */
export function useAccount(): AccountStatus {
  const { bench, dispatch } = usePlayground();
  const { present, place } = bench;
  const account = useMemo(() => accountOf(present), [present]);
  const [shown, setShown] = useState<Shown | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const [client, setClient] = useState<WorldClient | null>(null);
  const latest = useRef(account);
  latest.current = account;
  const asked = useRef('');

  useEffect(() => {
    const made = new WorldClient((done, of) => setProgress({ done, of }));
    asked.current = '';
    setClient(made);
    return () => made.close();
  }, []);

  const show = useCallback(async (world: WorldClient, { began, steps }: Begun): Promise<Update | null> => {
    asked.current = JSON.stringify([began, steps]);
    setUnderWay((count) => count + 1);
    try {
      const update = await world.ask('goTo', began, steps);
      const { view, kept, added } = update;
      setShown((before) => ({ view, outcomes: [...(before?.outcomes.slice(0, kept) ?? []), ...added] }));
      setFailure(null);
      return update;
    } catch (error) {
      if (!(error instanceof Closed)) setFailure(error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      setUnderWay((count) => count - 1);
    }
  }, []);

  useEffect(() => {
    // Nothing has been opened as long as the state has no place.
    if (client === null || place === '' || asked.current === JSON.stringify([account.began, account.steps]))
      return;
    void show(client, account);
  }, [client, place, account, show]);

  const keep = useCallback(
    (next: Account) => dispatch({ type: 'change', edit: (state) => ({ ...state, account: next }) }),
    [dispatch],
  );

  const perform = useCallback(
    async (step: AccountStep) => {
      if (client === null) return null;
      const { began, steps } = latest.current;
      const next = { began, steps: [...steps, step] };
      if (!isWithinLimits(next.steps)) return null;
      latest.current = next;
      keep(next);
      const update = await show(client, next);
      return update?.added.at(-1) ?? null;
    },
    [client, keep, show],
  );

  const startOver = useCallback(() => keep(emptyAccount), [keep]);

  if (failure !== null) return { type: 'failed', message: failure, startOver };
  if (shown === null || client === null) return { type: 'opening', progress };
  return {
    type: 'open',
    account: { ...shown, state: present, client, busy: underWay > 0, perform, startOver },
  };
}
