/* The workbench's one state and everything that can happen to it. */
import type { Reveal } from '@/components/editor/editor-props.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import type { TextRange } from '@/simulator/index.ts';
import { type Clock, type Settled, settle } from './settle.ts';

const undoDepth = 100;
/** Keystrokes closer together than this are taken back together. Milliseconds. */
const pause = 1000;

/** A state, and the draft that it is kept in; empty: a visited link, kept nowhere. */
interface Moment {
  readonly present: PlaygroundState;
  readonly place: string;
}

export interface Bench extends Moment {
  readonly past: readonly Moment[];
  /** What was taken back, the next to bring back first. */
  readonly future: readonly Moment[];
  /** What was changed last, and when: the next change of the same thing may join it. */
  readonly lastChange: { readonly what: string; readonly at: number } | null;
  readonly settled: Settled;
  readonly activeDocument: string;
  readonly reveal: Reveal | null;
}

export type BenchAction =
  | {
      readonly type: 'change';
      readonly edit: (state: PlaygroundState) => PlaygroundState;
      /** What is typed in, so that keystrokes in one place are taken back together. Without it the change stands alone. */
      readonly typing?: { readonly what: string; readonly at: number };
    }
  /** Another state takes the place of this one; `keepHistory` lets undo bring this one back. */
  | {
      readonly type: 'load';
      readonly state: PlaygroundState;
      readonly keepHistory: boolean;
      /** Left out: it is kept where this one is. */
      readonly place?: string;
    }
  /** The same state, kept elsewhere from now on. */
  | { readonly type: 'move'; readonly place: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** `quiet`: brought into view, while focus and caret stay where they are. */
  | {
      readonly type: 'show';
      readonly document: string;
      readonly range?: TextRange;
      readonly quiet?: boolean;
    };

const firstDocument = ({ documents }: PlaygroundState) => documents[0]?.id ?? '';

/** A workbench with a state, as at the start. */
export function openBench(present: PlaygroundState): Bench {
  return {
    present,
    place: '',
    past: [],
    future: [],
    lastChange: null,
    settled: settle(present, null),
    activeDocument: firstDocument(present),
    reveal: null,
  };
}

const momentOf = ({ present, place }: Bench): Moment => ({ present, place });

type Change = Extract<BenchAction, { type: 'change' }>;

/** Puts in a changed state, decides it, and remembers the one before. */
function change(bench: Bench, { edit, typing }: Change, clock?: Clock): Bench {
  const present = edit(bench.present);
  if (present === bench.present) return bench;
  const { lastChange } = bench;
  const joins = typing !== undefined && lastChange?.what === typing.what && typing.at - lastChange.at < pause;
  return {
    ...bench,
    present,
    past: joins ? bench.past : [...bench.past, momentOf(bench)].slice(-undoDepth),
    future: [],
    lastChange: typing ?? null,
    settled: settle(present, bench.settled, clock),
    activeDocument: stillThere(present, bench.activeDocument),
    reveal: null,
  };
}

function stillThere(present: PlaygroundState, document: string): string {
  return present.documents.some(({ id }) => id === document) ? document : firstDocument(present);
}

function goTo(
  bench: Bench,
  { present, place }: Moment,
  history: Pick<Bench, 'past' | 'future'>,
  clock?: Clock,
): Bench {
  // Another scenario's last decision would say nothing about this one.
  const previous = present.scenario === bench.present.scenario ? bench.settled : null;
  return {
    present,
    place,
    ...history,
    lastChange: null,
    settled: settle(present, previous, clock),
    activeDocument: stillThere(present, bench.activeDocument),
    reveal: null,
  };
}

/** The workbench after an action. Pure: the time comes with the action, and what measures decisions from outside. */
export function reduceBench(bench: Bench, action: BenchAction, clock?: Clock): Bench {
  const { past, future } = bench;
  const now = momentOf(bench);
  switch (action.type) {
    case 'change':
      return change(bench, action, clock);
    case 'load': {
      const kept = action.keepHistory ? [...past, now].slice(-undoDepth) : [];
      const next = { present: action.state, place: action.place ?? bench.place };
      return goTo(bench, next, { past: kept, future: [] }, clock);
    }
    case 'move':
      return { ...bench, place: action.place };
    case 'undo': {
      const before = past.at(-1);
      if (!before) return bench;
      return goTo(bench, before, { past: past.slice(0, -1), future: [now, ...future] }, clock);
    }
    case 'redo': {
      const [next, ...rest] = future;
      if (!next) return bench;
      return goTo(bench, next, { past: [...past, now], future: rest }, clock);
    }
    case 'show':
      return {
        ...bench,
        activeDocument: action.document,
        reveal: action.range ? { range: action.range, quiet: action.quiet ?? false } : null,
      };
  }
}
