import type { PolicyProblem } from '@/simulator/policy/types.ts';

export function problemText(problem: PolicyProblem): string {
  return problem.code;
}
