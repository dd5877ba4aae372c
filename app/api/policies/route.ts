import { createPolicySchema } from '@/lib/model/saved-policy.ts';
import { answer } from '@/lib/server/answer.ts';
import { database } from '@/lib/server/database.ts';
import { route } from '@/lib/server/http.ts';
import { policiesOf } from '@/lib/server/policies.ts';
import { policyAnswer } from '@/lib/server/policy-answer.ts';

/** Every policy of the learner, markers of deleted ones included. Nobody becomes a learner by asking. */
export const GET = route('optional', {}, async (learner) => {
  if (!learner) return answer({ learner: null, policies: [] });
  return answer({ learner: learner.id, policies: await policiesOf(database(), learner).list() });
});

/** Keeps a new policy under the id that its browser chose. */
export const POST = route('create', { body: createPolicySchema }, async (learner, { body }) =>
  policyAnswer(learner, await policiesOf(database(), learner).create(body), 201),
);
