import type { Rule } from '../types.ts';
import { allowWithNotPrincipal } from './allow-with-not-principal.ts';
import { denyNotactionWithUnsupportedTagConditionKeyForService } from './deny-notaction-with-unsupported-tag-condition-key-for-service.ts';
import { denyWithUnsupportedTagConditionKeyForService } from './deny-with-unsupported-tag-condition-key-for-service.ts';
import { deprecatedGlobalConditionKey } from './deprecated-global-condition-key.ts';
import { duplicateKeysWithDifferentCase } from './duplicate-keys-with-different-case.ts';
import { emptyArrayConditionRules } from './empty-array-condition.ts';
import { emptyArrayInStatementRules } from './empty-array-in-statement.ts';
import { emptyArrayPrincipal } from './empty-array-principal.ts';
import { emptyObjectCondition } from './empty-object-condition.ts';
import { emptyObjectPrincipal } from './empty-object-principal.ts';
import { emptySidValue } from './empty-sid-value.ts';
import { emptyVariable } from './empty-variable.ts';
import { federatedPrincipalNotSupported } from './federated-principal-not-supported.ts';
import { forallvaluesWithSingleValuedKey } from './forallvalues-with-single-valued-key.ts';
import { improveIpRange } from './improve-ip-range.ts';
import { invalidAction } from './invalid-action.ts';
import { invalidArnAccount } from './invalid-arn-account.ts';
import { invalidArnPrefix } from './invalid-arn-prefix.ts';
import { invalidArnRegion } from './invalid-arn-region.ts';
import { invalidArnResource } from './invalid-arn-resource.ts';
import { invalidArnServiceCase } from './invalid-arn-service-case.ts';
import { invalidConditionDataType } from './invalid-condition-data-type.ts';
import { invalidConditionKeyFormat } from './invalid-condition-key-format.ts';
import { invalidConditionMultipleBoolean } from './invalid-condition-multiple-boolean.ts';
import { invalidDateValue } from './invalid-date-value.ts';
import { invalidGlobalConditionKey } from './invalid-global-condition-key.ts';
import { invalidKmsKeyValue } from './invalid-kms-key-value.ts';
import { invalidPartition } from './invalid-partition.ts';
import { invalidRegion } from './invalid-region.ts';
import { invalidRoleReference } from './invalid-role-reference.ts';
import { invalidService } from './invalid-service.ts';
import { invalidServiceConditionKey } from './invalid-service-condition-key.ts';
import { invalidServiceInAction } from './invalid-service-in-action.ts';
import { invalidServicePrincipalFormat } from './invalid-service-principal-format.ts';
import { invalidUserReference } from './invalid-user-reference.ts';
import { invalidVariableForOperator } from './invalid-variable-for-operator.ts';
import { invalidVpcFormatRules } from './invalid-vpc-format.ts';
import { irrelevantConditionKeyInPolicy } from './irrelevant-condition-key-in-policy.ts';
import { missingArnAccount } from './missing-arn-account.ts';
import { missingArnField } from './missing-arn-field.ts';
import { missingArnRegion } from './missing-arn-region.ts';
import { missingBraceInVariable } from './missing-brace-in-variable.ts';
import { missingPairedConditionKeys } from './missing-paired-condition-keys.ts';
import { missingQualifier } from './missing-qualifier.ts';
import { missingQuoteInVariable } from './missing-quote-in-variable.ts';
import { missingTagKeyInCondition } from './missing-tag-key-in-condition.ts';
import { missingVersion } from './missing-version.ts';
import { policySizeExceedsIdentityPolicyQuota } from './policy-size-exceeds-identity-policy-quota.ts';
import { policySizeExceedsResourcePolicyQuota } from './policy-size-exceeds-resource-policy-quota.ts';
import { privateIpAddressRules } from './private-ip-address.ts';
import { rcpSyntaxErrorAction } from './rcp-syntax-error-action.ts';
import { rcpSyntaxErrorAllow } from './rcp-syntax-error-allow.ts';
import { rcpSyntaxErrorNotaction } from './rcp-syntax-error-notaction.ts';
import { rcpSyntaxErrorPrincipal } from './rcp-syntax-error-principal.ts';
import { recommendedConditionKeyForServicePrincipal } from './recommended-condition-key-for-service-principal.ts';
import { redundantAction } from './redundant-action.ts';
import { redundantConditionValueNum } from './redundant-condition-value-num.ts';
import { redundantKeyDueToWildcardInCondition } from './redundant-key-due-to-wildcard-in-condition.ts';
import { redundantResource } from './redundant-resource.ts';
import { redundantStatement } from './redundant-statement.ts';
import { redundantStatementDueToWildcardInCondition } from './redundant-statement-due-to-wildcard-in-condition.ts';
import { restrictAccessToServicePrincipal } from './restrict-access-to-service-principal.ts';
import { stringLikeOperatorWithArnConditionKeys } from './string-like-operator-with-arn-condition-keys.ts';
import { typeMismatch } from './type-mismatch.ts';
import { typeMismatchOfValueRules } from './type-mismatch-of-value.ts';
import { uniqueSidsRecommended } from './unique-sids-recommended.ts';
import { uniqueSidsRequired } from './unique-sids-required.ts';
import { unsupportedActionForConditionKey } from './unsupported-action-for-condition-key.ts';
import { unsupportedActionInPolicy } from './unsupported-action-in-policy.ts';
import { unsupportedConditionKeyForServicePrincipal } from './unsupported-condition-key-for-service-principal.ts';
import { unsupportedResourceArnInPolicy } from './unsupported-resource-arn-in-policy.ts';
import { unsupportedSid } from './unsupported-sid.ts';
import { unsupportedSpaceInVariable } from './unsupported-space-in-variable.ts';
import { unsupportedWildcardInPrincipal } from './unsupported-wildcard-in-principal.ts';
import { untrustworthyConditionKey } from './untrustworthy-condition-key.ts';
import { useConditionKeyOnlyWithSupportedServices } from './use-condition-key-only-with-supported-services.ts';
import { variableUnsupportedInElement } from './variable-unsupported-in-element.ts';
import { variableUnsupportedInVersion } from './variable-unsupported-in-version.ts';
import { variableUsageTooPermissive } from './variable-usage-too-permissive.ts';
import { wildcardInServiceName } from './wildcard-in-service-name.ts';
import { wildcardUsageTooPermissive } from './wildcard-usage-too-permissive.ts';
import { wildcardWithoutLikeOperator } from './wildcard-without-like-operator.ts';

/** The findings of IAM Access Analyzer's policy validation, beside those that the parser makes. */
export const analyzerRules = [
  invalidAction,
  invalidServiceInAction,
  unsupportedActionInPolicy,
  wildcardInServiceName,
  redundantAction,
  redundantResource,
  invalidArnPrefix,
  missingArnField,
  invalidPartition,
  invalidArnServiceCase,
  missingArnRegion,
  invalidArnRegion,
  missingArnAccount,
  invalidArnAccount,
  invalidArnResource,
  unsupportedResourceArnInPolicy,
  invalidConditionKeyFormat,
  invalidGlobalConditionKey,
  deprecatedGlobalConditionKey,
  invalidServiceConditionKey,
  invalidService,
  missingTagKeyInCondition,
  unsupportedActionForConditionKey,
  denyWithUnsupportedTagConditionKeyForService,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  useConditionKeyOnlyWithSupportedServices,
  irrelevantConditionKeyInPolicy,
  untrustworthyConditionKey,
  missingPairedConditionKeys,
  ...typeMismatchOfValueRules,
  ...invalidVpcFormatRules,
  invalidKmsKeyValue,
  invalidRegion,
  invalidDateValue,
  invalidConditionMultipleBoolean,
  invalidConditionDataType,
  redundantConditionValueNum,
  duplicateKeysWithDifferentCase,
  ...emptyArrayInStatementRules,
  emptyArrayPrincipal,
  emptyObjectPrincipal,
  emptyObjectCondition,
  ...emptyArrayConditionRules,
  ...privateIpAddressRules,
  improveIpRange,
  missingQualifier,
  forallvaluesWithSingleValuedKey,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
  rcpSyntaxErrorPrincipal,
  rcpSyntaxErrorAllow,
  rcpSyntaxErrorNotaction,
  rcpSyntaxErrorAction,
  allowWithNotPrincipal,
  unsupportedWildcardInPrincipal,
  invalidRoleReference,
  invalidUserReference,
  federatedPrincipalNotSupported,
  invalidServicePrincipalFormat,
  restrictAccessToServicePrincipal,
  recommendedConditionKeyForServicePrincipal,
  unsupportedConditionKeyForServicePrincipal,
  missingVersion,
  emptySidValue,
  unsupportedSid,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  redundantStatement,
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsResourcePolicyQuota,
  missingBraceInVariable,
  emptyVariable,
  unsupportedSpaceInVariable,
  missingQuoteInVariable,
  invalidVariableForOperator,
  variableUnsupportedInElement,
  variableUnsupportedInVersion,
  variableUsageTooPermissive,
  wildcardWithoutLikeOperator,
  wildcardUsageTooPermissive,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
] as const satisfies readonly Rule[];
