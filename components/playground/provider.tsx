'use client';
import {
  createContext,
  type Dispatch,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { newCopyId, onDraftWritten } from '@/lib/browser/playground-drafts.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';
import type { Scenario, ScenarioCard } from '@/lib/model/scenario.ts';
import { isStateLink, type OpenedLink, unpackState } from '@/lib/model/share-link.ts';
import { DraftKeeper } from './draft-keeper.ts';
import {
  addressOf,
  knowScenario,
  linkPlace,
  loadScenario,
  type Opened,
  openAddress,
  type PlaceFacts,
  rememberPlace,
} from './places.ts';
import { type Bench, type BenchAction, openBench, reduceBench } from './reducer.ts';

export type DraftStatus = 'untouched' | 'kept' | 'failed' | 'link';

/** Something about the draft that the reader should know before going on. */
export type Notice =
  | { readonly kind: 'link'; readonly problem: Extract<OpenedLink, { ok: false }> }
  /** Another tab has written this draft; nothing was changed here since. */
  | { readonly kind: 'elsewhere'; readonly place: string }
  /** Both tabs have changed it: this tab's work is a copy now. */
  | { readonly kind: 'copied'; readonly from: string; readonly name: string };

export interface Playground {
  readonly bench: Bench;
  readonly dispatch: Dispatch<BenchAction>;
  readonly cards: readonly ScenarioCard[];
  /** The scenario that the state began as; null for anything else, and until it is loaded. */
  readonly scenario: Scenario | null;
  readonly facts: PlaceFacts;
  /** What the state is called. */
  readonly title: string;
  readonly draft: DraftStatus;
  readonly notice: Notice | null;
  dismissNotice(): void;
  /** Puts in another draft; undo brings this one back. */
  open(opened: Opened): void;
  /** Makes a copy of what is there, which is worked on from then on. */
  keepCopy(name: string): void;
  /** The state is kept with a saved policy from now on. */
  moveTo(place: string, facts: PlaceFacts): void;
}

const PlaygroundContext = createContext<Playground | null>(null);

/** The playground's state, shared by its pages. */
export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (!playground) throw new Error('usePlayground needs a PlaygroundProvider above it');
  return playground;
}

/** Measures decisions; the first, made on the server, is not measured. */
const reduce = (bench: Bench, action: BenchAction) => reduceBench(bench, action, () => performance.now());

interface ProviderProps {
  readonly first: Scenario;
  readonly cards: readonly ScenarioCard[];
  readonly children: ReactNode;
}

const noFacts: PlaceFacts = {};

/** Holds the state of the playground, opens the draft that the address asks for, and keeps every change. */
export function PlaygroundProvider({ first, cards, children }: ProviderProps) {
  const [bench, dispatch] = useReducer(reduce, first.state, openBench);
  const [facts, setFacts] = useState<Readonly<Record<string, PlaceFacts>>>({});
  const [draft, setDraft] = useState<DraftStatus>('untouched');
  const [notice, setNotice] = useState<Notice | null>(null);
  const [scenario, setScenario] = useState<Scenario | null>(first);
  const { present, place } = bench;
  const latest = useRef(bench);
  latest.current = bench;
  /** What is kept already, or was just opened. */
  const kept = useRef<PlaygroundState | null>(present);

  const know = useCallback((name: string, about: PlaceFacts) => {
    setFacts((before) => ({ ...before, [name]: { ...before[name], ...about } }));
  }, []);

  const keeper = useMemo(
    () =>
      new DraftKeeper({
        onKept: () => setDraft('kept'),
        onFailed: () => setDraft('failed'),
        onCopied: (from, { id, name }) => {
          know(id, { name });
          if (latest.current.place === from) dispatch({ type: 'move', place: id });
          setDraft('kept');
          setNotice({ kind: 'copied', from, name });
        },
      }),
    [know],
  );

  const show = useCallback(
    ({ place, revision, state, ...about }: Opened, keepHistory: boolean) => {
      if (place !== linkPlace) keeper.opened(place, revision);
      know(place, about);
      kept.current = state;
      setNotice(null);
      setDraft(place === linkPlace ? 'link' : 'untouched');
      dispatch({ type: 'load', state, place, keepHistory });
    },
    [keeper, know],
  );

  const openHash = useCallback(
    async (hash: string): Promise<boolean> => {
      const opened = await unpackState(hash);
      if (opened.ok)
        show({ place: linkPlace, revision: '', state: opened.state }, latest.current.place !== '');
      else setNotice({ kind: 'link', problem: opened });
      return opened.ok;
    },
    [show],
  );

  useEffect(() => {
    knowScenario(first);
    const began = latest.current.present;
    const start = async () => {
      const { hash, search } = location;
      if (isStateLink(hash) && (await openHash(hash))) return;
      const opened = await openAddress(search, first);
      if (latest.current.present === began) {
        show(opened, false);
        if (isStateLink(hash)) await openHash(hash);
      } else {
        // Whoever began to work before the draft was read goes on with what they see.
        dispatch({ type: 'move', place: opened.place });
      }
    };
    void start();
    const onHash = () => {
      if (isStateLink(location.hash)) void openHash(location.hash);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [first, show, openHash]);

  useEffect(
    () =>
      onDraftWritten(({ id, revision }) => {
        if (latest.current.place === id && !keeper.knows(id, revision)) {
          setNotice({ kind: 'elsewhere', place: id });
        }
      }),
    [keeper],
  );

  const about = facts[place] ?? noFacts;
  const card = cards.find(({ slug }) => slug === present.scenario);
  const title = about.name ?? about.saved?.name ?? about.visit?.title ?? card?.title ?? 'Your own';

  useEffect(() => {
    if (place === '' || kept.current === present) return;
    kept.current = present;
    if (place === linkPlace) return;
    const beside = about.visit ? { ...about.visit } : about.name ? { name: about.name } : {};
    void keeper.keep({ place, state: present, beside, copyName: `${title} (this tab)` });
    rememberPlace(place, present);
  }, [keeper, present, place, about, title]);

  const hasCard = card !== undefined;
  useEffect(() => {
    if (scenario?.slug === present.scenario) return;
    setScenario(null);
    if (!hasCard) return;
    let current = true;
    void loadScenario(present.scenario).then((found) => {
      if (current) setScenario(found);
    });
    return () => {
      current = false;
    };
  }, [present.scenario, scenario?.slug, hasCard]);

  const value = useMemo<Playground>(() => {
    const moveTo = (to: string, factsThere: PlaceFacts) => {
      know(to, factsThere);
      // A new place has nothing in it yet.
      kept.current = null;
      setDraft('untouched');
      dispatch({ type: 'move', place: to });
      history.replaceState(null, '', addressOf(to, latest.current.present, factsThere));
    };
    return {
      bench,
      dispatch,
      cards,
      scenario,
      facts: about,
      title,
      draft,
      notice,
      dismissNotice: () => setNotice(null),
      open: (opened) => {
        show(opened, true);
        history.replaceState(null, '', addressOf(opened.place, opened.state, opened));
      },
      keepCopy: (name) => moveTo(newCopyId(), { name }),
      moveTo,
    };
  }, [bench, cards, scenario, about, title, draft, notice, know, show]);

  return <PlaygroundContext.Provider value={value}>{children}</PlaygroundContext.Provider>;
}
