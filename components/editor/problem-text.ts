import type { PolicyProblem } from '@/simulator/index.ts';

export function problemText(problem: PolicyProblem): string {
  return problem.code;
}
