'use client';
import { useMemo, useRef } from 'react';
import { type GoalResult, type Lab, type Mistake, matchMistake, runGoals } from '@/lib/model/lab.ts';
import { type PolicyProblem, parsePolicy } from '@/simulator/index.ts';

interface LabAnswers {
  readonly results: readonly GoalResult[];
  readonly mistake: Mistake | undefined;
  readonly problems: readonly PolicyProblem[];
  /** The text cannot be read as a policy: results are those of the last text that could. */
  readonly stale: boolean;
}

/** Every goal's result for this text, in the same frame as the keystroke. */
export function useLabAnswers(lab: Lab, text: string): LabAnswers {
  const last = useRef<{ results: readonly GoalResult[]; mistake: Mistake | undefined } | null>(null);
  return useMemo(() => {
    const { document, problems } = parsePolicy(text, 'key');
    const stale = document === null || problems.some((problem) => problem.severity === 'error');
    if (!stale) last.current = { results: runGoals(lab, text), mistake: matchMistake(lab, text) };
    last.current ??= { results: runGoals(lab, lab.starter), mistake: undefined };
    return { ...last.current, problems, stale };
  }, [lab, text]);
}
