import type { OperationDefinition } from './framework/call.ts';
import { checkGrantId, grantOf } from './framework/grants.ts';

export const revokeGrant: OperationDefinition<'RevokeGrant'> = {
  run({ draft, key, input }) {
    checkGrantId(input.GrantId);
    draft.drop('grants', grantOf(draft, key, input.GrantId).grantId);
    return {};
  },
};
