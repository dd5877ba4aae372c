import type { Rule } from '../types.ts';
import { kmsAccountLevelAction } from './kms-account-level-action.ts';
import { kmsActionNotForKey } from './kms-action-not-for-key.ts';
import { kmsAliasArnAsName } from './kms-alias-arn-as-name.ts';
import { kmsDeprecatedConditionKey } from './kms-deprecated-condition-key.ts';
import { kmsForallvaluesContext } from './kms-forallvalues-context.ts';
import { kmsMissingAction } from './kms-missing-action.ts';
import { kmsMissingResource } from './kms-missing-resource.ts';
import { kmsNotCrossAccount } from './kms-not-cross-account.ts';
import { kmsResourceAliasesInKeyPolicy } from './kms-resource-aliases-in-key-policy.ts';
import { kmsResourceNotThisKey } from './kms-resource-not-this-key.ts';
import { kmsRetireGrantInert } from './kms-retire-grant-inert.ts';

/** What nobody else checks: mistakes that are KMS's own. */
export const kmsRules = [
  kmsAccountLevelAction,
  kmsActionNotForKey,
  kmsAliasArnAsName,
  kmsDeprecatedConditionKey,
  kmsForallvaluesContext,
  kmsMissingAction,
  kmsMissingResource,
  kmsNotCrossAccount,
  kmsResourceAliasesInKeyPolicy,
  kmsResourceNotThisKey,
  kmsRetireGrantInert,
] as const satisfies readonly Rule[];
