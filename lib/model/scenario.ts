import type { PolicyProblem, Verdict } from '@/simulator/index.ts';
import type { PlaygroundState } from './playground.ts';

/** A small world that fails the way AWS fails, and what mends it. */
export interface Scenario {
  readonly slug: string;
  readonly title: string;
  /** What the reader sees in AWS. */
  readonly symptom: string;
  /** Why it happens, once the reader asks. */
  readonly cause: string;
  readonly state: PlaygroundState;
  /** The verdict of the state as it loads. */
  readonly verdict: Verdict;
  /** What is wrong with its policies as they load: KMS would not take them. */
  readonly problems?: readonly PolicyProblem['code'][];
  readonly fix: {
    readonly note: string;
    /** New texts by document id, and fields of the request, that together mend it. */
    readonly documents?: Readonly<Record<string, string>>;
    readonly request?: Partial<PlaygroundState['request']>;
  };
}

/** The scenario's state with its fix put in. */
export function mended({ state, fix }: Scenario): PlaygroundState {
  return {
    ...state,
    documents: state.documents.map((document) => {
      const text = fix.documents?.[document.id];
      return text === undefined ? document : { ...document, text };
    }),
    request: { ...state.request, ...fix.request },
  };
}

/** What is shown of a scenario before it is opened. */
export type ScenarioCard = Pick<Scenario, 'slug' | 'title' | 'symptom'>;

export const cardOf = ({ slug, title, symptom }: Scenario): ScenarioCard => ({ slug, title, symptom });
