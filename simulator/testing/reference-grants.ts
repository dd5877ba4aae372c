import type { AccessRequest, Grant } from '../authorize/types.ts';
import { isRoleOf, type ReferenceCaller } from './reference-caller.ts';
import { listOf, type ReferenceContext } from './reference-conditions.ts';
import { encryptionContextActions } from './reference-context.ts';
import { grantableActions } from './reference-operations.ts';

type Pairs = Readonly<Record<string, string>>;

/** Whether the grant gives the operation to the caller. */
export function grantAllows(
  grant: Grant,
  action: string,
  caller: ReferenceCaller,
  request: AccessRequest,
  context: ReferenceContext,
): boolean {
  return (
    isVisible(grant, request) &&
    names(grant.granteePrincipal, grant.granteeServicePrincipal, caller) &&
    grantableActions.includes(action) &&
    grant.operations.includes(action) &&
    sourceFits(grant, caller, context) &&
    (action === 'CreateGrant' ? childFits(grant, request, context) : contextFits(grant, action, request))
  );
}

export function isVisible(grant: Grant, request: AccessRequest): boolean {
  return !grant.pending || (request.grantTokens ?? []).includes(grant.grantToken ?? '');
}

/** A grant's principal is the caller, the role of the caller's session, or the caller as root of its account. */
export function names(
  arn: string | undefined,
  service: string | undefined,
  caller: ReferenceCaller,
): boolean {
  if (caller.kind === 'service') return service === caller.arn;
  if (arn === undefined) return false;
  return arn === caller.arn || (caller.kind === 'session' && isRoleOf(arn, caller));
}

function sourceFits(grant: Grant, caller: ReferenceCaller, context: ReferenceContext): boolean {
  const source = grant.constraints?.SourceArn;
  if (source === undefined || caller.kind !== 'service') return true;
  return context.get('aws:sourcearn')?.[0] === source;
}

function contextFits(grant: Grant, action: string, request: AccessRequest): boolean {
  if (!encryptionContextActions.includes(action)) return true;
  const { EncryptionContextEquals: equal, EncryptionContextSubset: subset } = grant.constraints ?? {};
  const pairs = pairsOf(request);
  if (equal && !(contains(pairs, equal) && contains(equal, pairs))) return false;
  return subset === undefined || contains(pairs, subset);
}

/** A grant made under a grant may give no more operations, under a constraint at least as strict. */
function childFits(parent: Grant, request: AccessRequest, context: ReferenceContext): boolean {
  const operations = context.get('kms:grantoperations') ?? [];
  if (!operations.every((one) => parent.operations.includes(one))) return false;
  const kind = context.get('kms:grantconstrainttype')?.[0];
  const pairs = pairsOf(request);
  const { EncryptionContextEquals: equal, EncryptionContextSubset: subset } = parent.constraints ?? {};
  if (equal) return kind === 'EncryptionContextEquals' && contains(pairs, equal) && contains(equal, pairs);
  return subset === undefined || (kind !== undefined && contains(pairs, subset));
}

/** The encryption context, from the request or spelt as condition keys; names and values keep their case. */
function pairsOf(request: AccessRequest): Pairs {
  const prefix = 'kms:EncryptionContext:';
  const spelt = Object.entries(request.context ?? {})
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), listOf(value)[0] ?? '']);
  return { ...request.encryptionContext, ...Object.fromEntries(spelt) };
}

function contains(whole: Pairs, part: Pairs): boolean {
  return Object.entries(part).every(([key, value]) => whole[key] === value);
}
