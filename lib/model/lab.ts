import type { AccessRequest, Decision, Environment, Verdict } from '@/simulator/authorize/types.ts';

/** A verdict, or `denied` where it does not matter whether somebody said no or nobody said yes. */
export type WantedVerdict = Verdict | 'denied';

/** What the learner's policy must bring about. It speaks of requests, so that any right policy passes. */
export interface Goal {
  readonly id: string;
  readonly text: string;
  readonly request: AccessRequest;
  readonly want: WantedVerdict;
}

/** A wrong turn that many take, known by the verdicts it leads to. */
export interface Mistake {
  readonly id: string;
  /** Raised when all of these hold. */
  readonly signs: readonly { readonly request: AccessRequest; readonly verdict: WantedVerdict }[];
  readonly hint: string;
  /** A policy that makes this mistake. */
  readonly example: string;
}

/** A small world in which the learner writes the key policy. */
export interface Lab {
  readonly id: string;
  /** What to do, in a sentence or two. */
  readonly task: string;
  /** Everything but the key policy. */
  readonly environment: Omit<Environment, 'resourcePolicy'>;
  /** Who is who in this world, for the reader. */
  readonly cast: readonly { readonly name: string; readonly text: string }[];
  readonly starter: string;
  readonly goals: readonly Goal[];
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  /** The first that matches is the one shown. */
  readonly mistakes: readonly Mistake[];
  readonly solution: string;
}

export interface GoalResult {
  readonly id: string;
  readonly passed: boolean;
  readonly decision: Decision;
}
