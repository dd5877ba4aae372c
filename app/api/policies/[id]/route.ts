import { changePolicySchema, deletePolicySchema, policyAddressSchema } from '@/lib/model/saved-policy.ts';
import { answer } from '@/lib/server/answer.ts';
import { database } from '@/lib/server/database.ts';
import { notFound, route } from '@/lib/server/http.ts';
import { policiesOf } from '@/lib/server/policies.ts';
import { policyAnswer } from '@/lib/server/policy-answer.ts';

const params = policyAddressSchema;

export const GET = route('required', { params }, async (learner, { params: { id } }) => {
  const policy = await policiesOf(database(), learner).open(id);
  return policy && !policy.deleted ? answer({ learner: learner.id, policy }) : notFound;
});

/** Renames or rewrites; the body names the revision that was changed. */
export const PATCH = route('required', { params, body: changePolicySchema }, async (learner, input) =>
  policyAnswer(learner, await policiesOf(database(), learner).change(input.params.id, input.body)),
);

export const DELETE = route('required', { params, query: deletePolicySchema }, async (learner, input) =>
  policyAnswer(learner, await policiesOf(database(), learner).remove(input.params.id, input.query.revision)),
);
