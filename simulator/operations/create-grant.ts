import { resourceQuotas } from '../catalog/quotas.ts';
import type { OperationDefinition } from './framework/call.ts';
import { makeGrantToken } from './framework/grant-tokens.ts';
import { checkGrant, createdGrant, sameGrant } from './framework/new-grant.ts';
import { refuse } from './framework/refusal.ts';

/** The same name and parameters again give the grant that is there, with another token. */
export const createGrant: OperationDefinition<'CreateGrant'> = {
  run(call) {
    const { draft, key } = call;
    checkGrant(call);
    const wanted = createdGrant(call);
    const existing = draft.group('grants', key.arn);
    const known = existing.find((grant) => sameGrant(grant, wanted));
    if (known === undefined) {
      const full = existing.length >= resourceQuotas.grantsPerKey.limit;
      if (full && key.manager === 'CUSTOMER') refuse('grantQuota', { keyArn: key.arn });
      draft.put('grants', wanted);
    }
    const { grantId } = known ?? wanted;
    return { GrantToken: makeGrantToken(grantId, draft.random), GrantId: grantId };
  },
};
