/*
 * Worlds and requests come from files, links and other programs: what has not the shape that the types
 * promise is named, so that nothing behind this door has to expect it.
 */

/** Where a request has the wrong shape, as a path; null when it has the right one. */
export function requestProblem(request: unknown): string | null {
  if (!isRecord(request)) return 'request';
  const { principal, action, resource, context, encryptionContext } = request;
  if (typeof principal !== 'string' && !isRecord(principal)) return 'request.principal';
  if (typeof action !== 'string') return 'request.action';
  if (typeof resource !== 'string') return 'request.resource';
  if (!isAbsent(context) && !isRecord(context)) return 'request.context';
  if (!isAbsent(encryptionContext) && !isRecord(encryptionContext)) return 'request.encryptionContext';
  if (!isOptionalText(request.resourceAccount)) return 'request.resourceAccount';
  if (!isOptionalText(request.viaService)) return 'request.viaService';
  if (!isOptionalText(request.vpcEndpoint)) return 'request.vpcEndpoint';
  if (!isOptionalText(request.sourceIp)) return 'request.sourceIp';
  if (!isOptionalText(request.time)) return 'request.time';
  if (!isOptionalText(request.secondResource)) return 'request.secondResource';
  if (!isOptionalText(request.grantId)) return 'request.grantId';
  return isListOf(request.grantTokens, isText) ? null : 'request.grantTokens';
}

/** Where an environment has the wrong shape, as a path; null when it has the right one. */
export function environmentProblem(environment: unknown): string | null {
  return isRecord(environment) ? firstProblem(environment) : 'environment';
}

const policyLists = ['identityPolicies', 'permissionBoundaries', 'sessionPolicies', 'vpcEndpointPolicies'];
const levelLists = ['scps', 'rcps'];

function firstProblem(environment: Readonly<Record<string, unknown>>): string | null {
  const { key, keys, callers, grants, resourcePolicy } = environment;
  const attached = attachedProblem(environment);
  if (attached !== null) return attached;
  if (!isAbsent(resourcePolicy) && !isPolicy(resourcePolicy)) return 'resourcePolicy';
  if (!isAbsent(key) && !isKey(key)) return 'key';
  if (!isListOf(grants, isGrant)) return 'grants';
  if (!isListOf(keys, (entry) => isRecord(entry) && isKey(entry.key) && isListOf(entry.grants, isGrant)))
    return 'keys';
  const isCaller = (caller: unknown) =>
    isRecord(caller) && isText(caller.arn) && attachedProblem(caller) === null;
  return isListOf(callers, isCaller) ? null : 'callers';
}

function attachedProblem(holder: Readonly<Record<string, unknown>>): string | null {
  const isLevel = (level: unknown) =>
    isRecord(level) && Array.isArray(level.policies) && level.policies.every(isPolicy);
  return (
    policyLists.find((name) => !isListOf(holder[name], isPolicy)) ??
    levelLists.find((name) => !isListOf(holder[name], isLevel)) ??
    null
  );
}

function isKey(key: unknown): boolean {
  if (!isRecord(key) || !isListOf(key.aliases, isText)) return false;
  return (isAbsent(key.arn) || isText(key.arn)) && (isAbsent(key.tags) || isRecord(key.tags));
}

function isGrant(grant: unknown): boolean {
  return (
    isRecord(grant) &&
    isText(grant.grantId) &&
    Array.isArray(grant.operations) &&
    grant.operations.every(isText)
  );
}

function isPolicy(policy: unknown): boolean {
  return isText(policy) || isRecord(policy);
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.every(fits));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOptionalText(value: unknown): boolean {
  return isAbsent(value) || typeof value === 'string';
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
