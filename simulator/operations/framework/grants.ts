import type { Draft } from '../../world/draft.ts';
import type { GrantRecord, KeyRecord } from '../../world/types.ts';
import type { GrantEntry } from './outputs.ts';
import { refuse } from './refusal.ts';

export function checkGrantId(grantId: string): void {
  if (!/^[0-9a-f]{64}$/.test(grantId)) refuse('grantIdInvalid');
}

/** A grant of this very key. */
export function grantOf(draft: Draft, key: KeyRecord, grantId: string): GrantRecord {
  const grant = draft.get('grants', grantId);
  if (grant?.keyArn !== key.arn) refuse('grantNotFound', { grantId });
  return grant;
}

/** A grant as lists show it: everything but its tokens. */
export function grantEntry(grant: GrantRecord): GrantEntry {
  return {
    KeyId: grant.keyArn,
    GrantId: grant.grantId,
    Name: grant.name ?? '',
    CreationDate: new Date(grant.createdAt),
    ...(grant.granteePrincipal !== null && { GranteePrincipal: grant.granteePrincipal }),
    ...(grant.granteeServicePrincipal !== null && { GranteeServicePrincipal: grant.granteeServicePrincipal }),
    ...(grant.retiringPrincipal !== null && { RetiringPrincipal: grant.retiringPrincipal }),
    ...(grant.retiringServicePrincipal !== null && {
      RetiringServicePrincipal: grant.retiringServicePrincipal,
    }),
    IssuingAccount: grant.issuingAccount,
    Operations: [...grant.operations],
    ...(grant.constraints !== null && { Constraints: grant.constraints }),
  };
}
