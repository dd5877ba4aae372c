/* What a reader found, before placeholders are named and the JSON is printed. */
import type { PolicyKind } from '@/simulator/index.ts';
import type { Assumptions } from './assumptions.ts';
import type { ImportProblemCode, Known } from './types.ts';
import type { ObjectValue } from './value.ts';

export interface FoundPolicy {
  readonly policy: ObjectValue;
  /** Undefined where only the policy's own elements tell. */
  readonly kind: PolicyKind | undefined;
  readonly name: string;
  readonly path: string;
  readonly at: number;
  readonly assumptions: Assumptions;
  /** The policy as it was pasted, where that is JSON already. */
  readonly verbatim?: string;
}

export interface FoundProblem {
  readonly code: ImportProblemCode;
  readonly at: number;
  readonly data: Readonly<Record<string, string>>;
}

export interface Found {
  readonly policies: readonly FoundPolicy[];
  readonly problems: readonly FoundProblem[];
}

/** Reads a text of one format. May throw where a parser does: the caller answers for that. */
export type Reader = (text: string, known: Known) => Found;
