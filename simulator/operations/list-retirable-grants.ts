import { parseArn } from '../match/arn.ts';
import type { OperationDefinition } from './framework/call.ts';
import { grantEntry } from './framework/grants.ts';
import { pageOf } from './framework/paging.ts';
import { refuse } from './framework/refusal.ts';

/** The grants on keys of any account that a principal of this one may retire. */
export const listRetirableGrants: OperationDefinition<'ListRetirableGrants'> = {
  check({ input: { RetiringPrincipal, RetiringServicePrincipal }, caller }) {
    if (RetiringPrincipal === undefined && RetiringServicePrincipal === undefined) {
      refuse('memberNull', { member: 'retiringPrincipal' });
    }
    if (RetiringPrincipal === undefined) return;
    const arn = parseArn(RetiringPrincipal);
    if (arn === null) refuse('malformedArn', { arn: RetiringPrincipal });
    // Only a principal of the caller's own account can be asked for.
    if (arn.account !== caller.account?.id) refuse('grantPrincipalInvalid', { arn: RetiringPrincipal });
  },
  run({ draft, region, input }) {
    const grants = draft
      .all('grants')
      .filter(({ keyArn }) => parseArn(keyArn)?.region === region)
      .filter(
        ({ retiringPrincipal, retiringServicePrincipal }) =>
          (input.RetiringPrincipal !== undefined && retiringPrincipal === input.RetiringPrincipal) ||
          (input.RetiringServicePrincipal !== undefined &&
            retiringServicePrincipal === input.RetiringServicePrincipal),
      );
    const { items, rest } = pageOf('ListRetirableGrants', input, grants);
    return { Grants: items.map(grantEntry), ...rest };
  },
};
