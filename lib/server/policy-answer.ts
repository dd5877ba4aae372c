import 'server-only';
import { type Answer, answer, problem } from './answer.ts';
import { notFound } from './http.ts';
import type { Learner } from './learner.ts';
import type { WriteResult } from './policies.ts';

/** Tells how a write to a saved policy went. */
export function policyAnswer(learner: Learner, result: WriteResult, status = 200): Answer {
  if (result.ok) return answer({ learner: learner.id, policy: result.policy }, status);
  switch (result.reason) {
    case 'missing':
      return notFound;
    case 'full':
      return problem(
        409,
        'full',
        'No more policies can be kept for you. Delete some that you no longer need.',
      );
    case 'conflict':
      return problem(
        409,
        'conflict',
        'This policy was changed elsewhere in the meantime. Nothing was overwritten: compare with `current`.',
        { current: result.current },
      );
  }
}
