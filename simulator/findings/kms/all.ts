import type { Rule } from '../types.ts';
import { kmsAccountLevelAction } from './kms-account-level-action.ts';
import { kmsActionNotForKey } from './kms-action-not-for-key.ts';
import { kmsAdminCanUse } from './kms-admin-can-use.ts';
import { kmsAliasArnAsName } from './kms-alias-arn-as-name.ts';
import { kmsContextOnAsymmetric } from './kms-context-on-asymmetric.ts';
import { kmsCreateGrantUnbounded } from './kms-create-grant-unbounded.ts';
import { kmsDeletionUnguarded } from './kms-deletion-unguarded.ts';
import { kmsDeprecatedConditionKey } from './kms-deprecated-condition-key.ts';
import { kmsForallvaluesContext } from './kms-forallvalues-context.ts';
import { kmsInvalidPrincipal } from './kms-invalid-principal.ts';
import { kmsLockout } from './kms-lockout.ts';
import { kmsMissingAction } from './kms-missing-action.ts';
import { kmsMissingResource } from './kms-missing-resource.ts';
import { kmsNetworkDenyBreaksServices } from './kms-network-deny-breaks-services.ts';
import { kmsNoAccountStatement } from './kms-no-account-statement.ts';
import { kmsNotCrossAccount } from './kms-not-cross-account.ts';
import { kmsPolicyTooLarge } from './kms-policy-too-large.ts';
import { kmsPublicPrincipal } from './kms-public-principal.ts';
import { kmsReencryptHalf } from './kms-reencrypt-half.ts';
import { kmsResourceAliasesInKeyPolicy } from './kms-resource-aliases-in-key-policy.ts';
import { kmsResourceNotThisKey } from './kms-resource-not-this-key.ts';
import { kmsRetireGrantInert } from './kms-retire-grant-inert.ts';
import { kmsServiceLinkedRoleNeedsGrant } from './kms-service-linked-role-needs-grant.ts';
import { kmsServiceWithoutSource } from './kms-service-without-source.ts';
import { kmsUnknownRegionAccount } from './kms-unknown-region-account.ts';
import { kmsViaServiceValue } from './kms-via-service-value.ts';

/** What nobody else checks: mistakes that are KMS's own. */
export const kmsRules = [
  kmsAccountLevelAction,
  kmsActionNotForKey,
  kmsAdminCanUse,
  kmsAliasArnAsName,
  kmsContextOnAsymmetric,
  kmsCreateGrantUnbounded,
  kmsDeletionUnguarded,
  kmsDeprecatedConditionKey,
  kmsForallvaluesContext,
  kmsInvalidPrincipal,
  kmsLockout,
  kmsMissingAction,
  kmsMissingResource,
  kmsNetworkDenyBreaksServices,
  kmsNoAccountStatement,
  kmsNotCrossAccount,
  kmsPolicyTooLarge,
  kmsPublicPrincipal,
  kmsReencryptHalf,
  kmsResourceAliasesInKeyPolicy,
  kmsResourceNotThisKey,
  kmsRetireGrantInert,
  kmsServiceLinkedRoleNeedsGrant,
  kmsServiceWithoutSource,
  kmsUnknownRegionAccount,
  kmsViaServiceValue,
] as const satisfies readonly Rule[];
