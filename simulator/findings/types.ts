import type { PolicyKind, TextRange } from '../policy/types.ts';
import type { CheckContext } from './context.ts';
import type { RuleCode } from './registry.ts';

/**
 * `error`: AWS would refuse it, or it can never work; `security-warning`: it gives more than is meant;
 * `warning`: it may not do what it seems to; `suggestion`: it can be said better.
 */
export type Severity = 'error' | 'security-warning' | 'warning' | 'suggestion';

/** `CHECK_INCOMPLETE`: a rule failed and was left out; it is named in the data. */
export type FindingCode = RuleCode | 'CHECK_INCOMPLETE';

/** Replaces a range of the policy's text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** Something that can be done about a finding. Its edits belong together and do not overlap. */
export interface Fix {
  /** What it does, such as `removeAction`; the sentence is in `explain/findings.ts`. */
  readonly code: FixCode;
  readonly data: Readonly<Record<string, string>>;
  readonly edits: readonly TextEdit[];
}

export type FixCode =
  | 'addAccountStatement'
  | 'addAction'
  | 'addCondition'
  | 'addElement'
  | 'addStatement'
  | 'compact'
  | 'narrowPrincipal'
  | 'removeAction'
  | 'removeCondition'
  | 'removeElement'
  | 'removePrincipal'
  | 'removeStatement'
  | 'removeValue'
  | 'rename'
  | 'replace';

/** Something that the check has to say about a policy. Its sentence is in `explain/findings.ts`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly range: TextRange;
  /** What the sentence needs. */
  readonly data: Readonly<Record<string, string>>;
  readonly fixes: readonly Fix[];
}

/** A place where a rule applies. */
export interface Hit {
  readonly range: TextRange;
  readonly data?: Readonly<Record<string, string>>;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}

/** One finding: what it is called, where it can occur, and how it is found. */
export interface Rule {
  readonly code: string;
  readonly kinds: readonly PolicyKind[];
  readonly severity: Severity;
  find(context: CheckContext): Iterable<Hit>;
}
