import type { AccessDiff } from '../access/types.ts';
import type { AccessRequest } from '../authorize/types.ts';
import type { CheckOptions } from '../findings/check.ts';
import type { Finding, Fix, TextEdit } from '../findings/types.ts';
import type { TextRange } from '../policy/types.ts';

/** What is known besides the policy's text. Everything but the kind may be missing. */
export interface LanguageContext extends CheckOptions {
  /** The request that is being asked about: hovers show the values that condition keys have in it. */
  readonly request?: AccessRequest | null;
}

export type CompletionKind =
  | 'action'
  | 'element'
  | 'key'
  | 'operator'
  | 'principal'
  | 'statement'
  | 'value'
  | 'variable';

/** Something that can be put in at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A snippet in TextMate's form: `${1:placeholder}`, `$0`, and `\` before a `$`, `}` or `\` that is meant. */
  readonly insert: string;
  /** What `insert` takes the place of; always on the caret's line. */
  readonly range: TextRange;
  /** Edits elsewhere that belong to it, such as a comma after the member before. */
  readonly edits: readonly TextEdit[];
  /** Short, beside the label. */
  readonly detail: string;
  /** A sentence or two. */
  readonly documentation: string;
  /** Order among the others, as text. */
  readonly sort: string;
  /** What is held against the characters between the range's start and the caret. */
  readonly filter: string;
}

/** What is said of a place in a policy. */
export interface Hover {
  readonly range: TextRange;
  readonly title: string;
  /** A paragraph each, plain text. */
  readonly paragraphs: readonly string[];
  /** Path of the reference page, if there is one. */
  readonly link?: string;
}

/** A way to mend a finding. */
export interface LanguageFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What it does, as an instruction. */
  readonly title: string;
  /** The text afterwards. */
  readonly later: string;
  /** Who gains and loses access; null where the policy is not part of the environment. Takes time when asked. */
  access(): AccessDiff | null;
}

export interface OutlineEntry {
  /** The Sid, or the statement's position in words. */
  readonly name: string;
  readonly detail: string;
  readonly range: TextRange;
  /** Where to put the caret: the Sid's value, or the statement's beginning. */
  readonly selection: TextRange;
}

export type RenameRefusal = 'notASid' | 'empty' | 'notAlphanumeric' | 'taken';

export type Rename =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: RenameRefusal };

export type Format =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  /** The text is not JSON, or has comments, so that laying it out anew could lose something. */
  | { readonly ok: false; readonly reason: 'notJson' };

/** What an editor can ask about one kind of policy. Takes any text, broken ones too; never throws. */
export interface PolicyLanguage {
  diagnostics(text: string): readonly Finding[];
  completions(text: string, offset: number): readonly Completion[];
  /** @param findings those of this text, so that they need not be found again */
  hover(text: string, offset: number, findings?: readonly Finding[]): Hover | null;
  fixes(text: string, range: TextRange, findings?: readonly Finding[]): readonly LanguageFix[];
  /** White space only is changed. */
  format(text: string): Format;
  /** Objects and arrays, from their opening to their closing bracket. */
  foldingRanges(text: string): readonly TextRange[];
  outline(text: string): readonly OutlineEntry[];
  /** The Sid at a place; null where there is none. */
  sidAt(text: string, offset: number): { readonly value: string; readonly range: TextRange } | null;
  renameSid(text: string, offset: number, name: string): Rename;
  /** The statement around a place in one sentence; null outside of statements. */
  explainStatement(text: string, offset: number): string | null;
}
