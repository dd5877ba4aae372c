/* The workbench's one state and everything that can happen to it. */
import type { Reveal } from '@/components/editor/editor-props.ts';
import type { PlaygroundState, RequestForm } from '@/lib/model/playground.ts';
import type { TextRange } from '@/simulator/index.ts';
import { type Clock, type Settled, settle } from './settle.ts';

const undoDepth = 100;
/** Keystrokes closer together than this are taken back together. Milliseconds. */
const pause = 1000;

export interface Bench {
  readonly present: PlaygroundState;
  readonly past: readonly PlaygroundState[];
  /** What was changed last, and when: the next change of the same thing may join it. */
  readonly lastChange: { readonly what: string; readonly at: number } | null;
  readonly settled: Settled;
  readonly activeDocument: string;
  readonly reveal: Reveal | null;
}

export type BenchAction =
  | { readonly type: 'edit'; readonly document: string; readonly text: string; readonly at: number }
  | { readonly type: 'toggle'; readonly document: string; readonly statement: number }
  | { readonly type: 'ask'; readonly request: Partial<RequestForm>; readonly at: number }
  /** Another state takes the place of this one; `keepHistory` lets undo bring this one back. */
  | { readonly type: 'load'; readonly state: PlaygroundState; readonly keepHistory: boolean }
  | { readonly type: 'undo' }
  | { readonly type: 'show'; readonly document: string; readonly range?: TextRange };

const firstDocument = ({ documents }: PlaygroundState) => documents[0]?.id ?? '';

/** A workbench with a state, as at the start. */
export function openBench(present: PlaygroundState): Bench {
  return {
    present,
    past: [],
    lastChange: null,
    settled: settle(present, null),
    activeDocument: firstDocument(present),
    reveal: null,
  };
}

/** Puts in a changed state, decides it, and remembers the one before. */
function change(bench: Bench, present: PlaygroundState, what: string, at: number, clock?: Clock): Bench {
  const joins = bench.lastChange?.what === what && at - bench.lastChange.at < pause;
  return {
    ...bench,
    present,
    past: joins ? bench.past : [...bench.past, bench.present].slice(-undoDepth),
    lastChange: { what, at },
    settled: settle(present, bench.settled, clock),
    reveal: null,
  };
}

function goTo(
  bench: Bench,
  present: PlaygroundState,
  past: readonly PlaygroundState[],
  clock?: Clock,
): Bench {
  const stays = present.documents.some(({ id }) => id === bench.activeDocument);
  // Another scenario's last decision would say nothing about this one.
  const previous = present.scenario === bench.present.scenario ? bench.settled : null;
  return {
    present,
    past,
    lastChange: null,
    settled: settle(present, previous, clock),
    activeDocument: stays ? bench.activeDocument : firstDocument(present),
    reveal: null,
  };
}

function withDocument(
  state: PlaygroundState,
  id: string,
  update: (document: PlaygroundState['documents'][number]) => Partial<PlaygroundState['documents'][number]>,
): PlaygroundState {
  return {
    ...state,
    documents: state.documents.map((document) =>
      document.id === id ? { ...document, ...update(document) } : document,
    ),
  };
}

const toggled = (list: readonly number[], index: number): number[] =>
  list.includes(index) ? list.filter((item) => item !== index) : [...list, index].sort((a, b) => a - b);

/** The workbench after an action. Pure: the time comes with the action, and what measures decisions from outside. */
export function reduceBench(bench: Bench, action: BenchAction, clock?: Clock): Bench {
  const { present, past } = bench;
  switch (action.type) {
    case 'edit': {
      const next = withDocument(present, action.document, () => ({ text: action.text }));
      return change(bench, next, `text of ${action.document}`, action.at, clock);
    }
    case 'toggle': {
      const next = withDocument(present, action.document, ({ disabled }) => ({
        disabled: toggled(disabled, action.statement),
      }));
      return { ...change(bench, next, 'statement', 0, clock), lastChange: null };
    }
    case 'ask': {
      const what = `request ${Object.keys(action.request).join()}`;
      return change(
        bench,
        { ...present, request: { ...present.request, ...action.request } },
        what,
        action.at,
        clock,
      );
    }
    case 'load':
      return goTo(bench, action.state, action.keepHistory ? [...past, present].slice(-undoDepth) : [], clock);
    case 'undo': {
      const before = past.at(-1);
      return before ? goTo(bench, before, past.slice(0, -1), clock) : bench;
    }
    case 'show':
      return {
        ...bench,
        activeDocument: action.document,
        reveal: action.range ? { range: action.range } : null,
      };
  }
}
