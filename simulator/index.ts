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
export { type CheckOptions, checkPolicy, type IgnoredFinding } from './findings/check.ts';
export { applyFix } from './findings/fix.ts';
export type * from './findings/types.ts';
export type * from './keys/types.ts';
export { parsePolicy } from './policy/parse.ts';
export type * from './policy/types.ts';
export { requestFromCloudTrail } from './requests/from-cloudtrail.ts';
export { requestFromError } from './requests/from-error.ts';
export type * from './requests/types.ts';
