/** The one door of the simulator: what may be used from outside. */
export { whoCanAdminister } from './access/administrators.ts';
export { compareAccess } from './access/diff.ts';
export { accessMatrix } from './access/matrix.ts';
export type * from './access/types.ts';
export { waysToAllow } from './advise/advise.ts';
export type * from './advise/types.ts';
export { prepareAuthorizer } from './authorize/authorize.ts';
export { type LockoutQuestion, type LockoutResult, lockoutSafetyCheck } from './authorize/lockout.ts';
export type * from './authorize/types.ts';
export { type FindingEntry, findingCatalog } from './findings/catalog.ts';
export { type CheckOptions, checkPolicy, type IgnoredFinding } from './findings/check.ts';
export { applyFix } from './findings/fix.ts';
export type * from './findings/types.ts';
export { rsaFromSeed } from './keys/rsa-generate.ts';
export type * from './keys/types.ts';
export { applyCompletion, applyEdits, textEdits } from './language/apply-edits.ts';
export { moveFindings } from './language/move-findings.ts';
export { policyLanguage } from './language/policy-language.ts';
export { previewAccess } from './language/preview-access.ts';
export type * from './language/types.ts';
export type * from './ledger/bill.ts';
export {
  type CloudTrailEvent,
  type CloudTrailResource,
  cloudTrail,
  cloudTrailEvents,
} from './ledger/cloudtrail.ts';
export {
  type FoundEvent,
  searchTrail,
  type TrailFilter,
  type TrailPage,
  type TrailPlace,
} from './ledger/search-trail.ts';
export type { UserIdentity } from './ledger/user-identity.ts';
export type { WorldCaller } from './operations/framework/call.ts';
export type { Input } from './operations/framework/inputs.ts';
export type { Output } from './operations/framework/outputs.ts';
export { createWorld, type Duration, type Result, World, type WorldHost } from './operations/world.ts';
export { type JsonNode, parseJson } from './policy/json.ts';
export { parsePolicy } from './policy/parse.ts';
export type * from './policy/types.ts';
export { type AwsJsonOptions, handleAwsJson } from './protocol/aws-json.ts';
export { handleAwsQuery, isQuery } from './protocol/query.ts';
export type * from './protocol/types.ts';
export { requestFromCloudTrail } from './requests/from-cloudtrail.ts';
export { requestFromError } from './requests/from-error.ts';
export type * from './requests/types.ts';
export type * from './services/types.ts';
export { useService } from './services/use-service.ts';
export type { ServiceName, VerbInput, VerbName } from './services/verbs.ts';
export type { AccountChanges, IdentityChanges, WorldChanges } from './world/amend.ts';
export type { AccessKeyDefinition, KeyDefinition, WorldDefinition } from './world/definition.ts';
export type { WorldSnapshot } from './world/snapshot.ts';
export type { TrailRecord } from './world/trail.ts';
