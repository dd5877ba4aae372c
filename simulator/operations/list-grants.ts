import type { OperationDefinition } from './framework/call.ts';
import { checkGrantId, grantEntry } from './framework/grants.ts';
import { pageOf } from './framework/paging.ts';

export const listGrants: OperationDefinition<'ListGrants'> = {
  run({ draft, key, input }) {
    const { GrantId, GranteePrincipal, GranteeServicePrincipal } = input;
    if (GrantId !== undefined) checkGrantId(GrantId);
    const grants = draft
      .group('grants', key.arn)
      .filter(({ grantId }) => GrantId === undefined || grantId === GrantId)
      .filter((grant) => GranteePrincipal === undefined || grant.granteePrincipal === GranteePrincipal)
      .filter(
        (grant) =>
          GranteeServicePrincipal === undefined || grant.granteeServicePrincipal === GranteeServicePrincipal,
      );
    const { items, rest } = pageOf('ListGrants', input, grants);
    return { Grants: items.map(grantEntry), ...rest };
  },
};
