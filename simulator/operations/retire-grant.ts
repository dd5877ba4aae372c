import { parseArn } from '../match/arn.ts';
import type { OperationDefinition } from './framework/call.ts';
import { findKey } from './framework/find-key.ts';
import { readGrantToken } from './framework/grant-tokens.ts';
import { checkGrantId, grantOf } from './framework/grants.ts';
import { refuse } from './framework/refusal.ts';

/** By its token, or by key ARN and grant id; the grant itself says who may. */
export const retireGrant: OperationDefinition<'RetireGrant'> = {
  find(request) {
    const { draft, caller, input } = request;
    if (input.GrantToken !== undefined) {
      const grantId = readGrantToken(input.GrantToken);
      const grant = draft.get('grants', grantId);
      const here = grant !== undefined && parseArn(grant.keyArn)?.region === caller.region;
      if (!here) refuse('grantNotFound', { grantId });
      return { key: { key: draft.key(grant.keyArn), requested: grant.keyArn }, grantId };
    }
    if (input.KeyId === undefined) refuse('memberNull', { member: 'keyId' });
    if (input.GrantId === undefined) refuse('memberNull', { member: 'grantId' });
    if (!input.KeyId.startsWith('arn:')) refuse('malformedArn', { arn: input.KeyId });
    checkGrantId(input.GrantId);
    const key = findKey(request, input.KeyId);
    return { key, grantId: grantOf(draft, key.key, input.GrantId).grantId };
  },
  run({ draft, targets, details }) {
    const { grantId } = targets;
    if (grantId === undefined) return {};
    draft.drop('grants', grantId);
    details.grantId = grantId;
    return {};
  },
};
