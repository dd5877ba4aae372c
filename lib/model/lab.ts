import {
  type AccessRequest,
  type Decision,
  type Environment,
  parsePolicy,
  prepareAuthorizer,
  type Verdict,
} from '@/simulator/index.ts';

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

/** Whether KMS would take this text as a key policy at all, as far as its form tells. */
export function isWellFormed(policyText: string): boolean {
  const { document, problems } = parsePolicy(policyText, 'key');
  return document !== null && !problems.some((problem) => problem.severity === 'error');
}

/** Holds a key policy against every goal. A text that KMS would refuse reaches none. */
export function runGoals(lab: Lab, policyText: string): GoalResult[] {
  const authorizer = prepareAuthorizer({ ...lab.environment, resourcePolicy: policyText });
  const accepted = isWellFormed(policyText);
  return lab.goals.map(({ id, request, want }) => {
    const decision = authorizer.explain(request);
    return { id, passed: accepted && meets(decision.verdict, want), decision };
  });
}

/** The first of the lab's known mistakes that this policy makes. */
export function matchMistake(lab: Lab, policyText: string): Mistake | undefined {
  if (!isWellFormed(policyText)) return undefined;
  const authorizer = prepareAuthorizer({ ...lab.environment, resourcePolicy: policyText });
  return lab.mistakes.find((mistake) =>
    mistake.signs.every(({ request, verdict }) => meets(authorizer.decide(request), verdict)),
  );
}

/** Whether a verdict is the wanted one. */
export function meets(verdict: Verdict, wanted: WantedVerdict): boolean {
  if (wanted !== 'denied') return verdict === wanted;
  return verdict === 'ExplicitlyDenied' || verdict === 'ImplicitlyDenied';
}
