import type {
  CheckOptions,
  Finding,
  LanguageContext,
  PolicyKind,
  PolicyProblem,
  TextRange,
} from '@/simulator/index.ts';

export type HighlightTone = 'allow' | 'deny' | 'silent' | 'focus';

export interface Highlight {
  readonly range: TextRange;
  readonly tone: HighlightTone;
}

/** What is known besides the text: the key, the world around it, and which findings are wanted. */
export type FindingsContext = Omit<CheckOptions, 'kind'>;

/** The same, and the request that is being asked about. */
export type EditorContext = Omit<LanguageContext, 'kind'>;

/** A place to bring into view and select. A new object asks again, also for the same range. */
export interface Reveal {
  readonly range: TextRange;
  /** Only brought into view: focus and caret stay where they are. */
  readonly quiet?: boolean;
}

/** A word or two beside the line that an offset is in, such as what a statement came to. */
export interface MarginNote {
  readonly offset: number;
  readonly text: string;
  readonly tone: 'allow' | 'deny' | 'muted';
}

/** What both editors, the plain one and Monaco, are given. */
export interface EditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Names the editor for assistive technology. */
  readonly label: string;
  readonly kind?: PolicyKind;
  readonly highlights?: readonly Highlight[];
  readonly problems?: readonly PolicyProblem[];
  /** At most one a line is shown. */
  readonly notes?: readonly MarginNote[];
  /** What completions, hovers and checks may know. Keep it the same object as long as it says the same. */
  readonly context?: EditorContext;
  /** What a check says of this text. Without it the editor checks by itself once somebody works in it. */
  readonly findings?: readonly Finding[] | null;
  readonly onCaret?: (offset: number) => void;
  readonly reveal?: Reveal | null;
}
