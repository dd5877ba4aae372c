/* An IAM policy more, or a grant more. */
import type { Caller, Grant } from '../authorize/types.ts';
import { grantableOperations } from '../catalog/grants.ts';
import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import type { KeyUsage } from '../catalog/types.ts';
import { parseArn } from '../match/arn.ts';
import { contextText, nameOf, ownerIn, type Proposal } from './policy-edit.ts';
import type { Situation } from './situation.ts';
import type { PolicyChange } from './types.ts';

/** A policy more for whoever calls. Service-linked roles take none, and services have none. */
export function identityPolicy(situation: Situation): readonly Proposal[] {
  const { caller, action, resource, environment } = situation;
  if (caller.account === null || caller.serviceLinked || caller.kind === 'root') return [];
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action.full, Resource: resource }],
  };
  const text = JSON.stringify(document, null, 2);
  const owner = ownerIn(situation);
  const { identityPolicies, permissionBoundaries, sessionPolicies } = environment;
  const base: Caller = owner ?? {
    arn: nameOf(situation),
    identityPolicies: identityPolicies ?? null,
    permissionBoundaries: permissionBoundaries ?? null,
    sessionPolicies: sessionPolicies ?? null,
  };
  const others = (environment.callers ?? []).filter((other) => other !== owner);
  const changed: Caller = { ...base, identityPolicies: [...(base.identityPolicies ?? []), text] };
  const change: PolicyChange = {
    type: 'policy',
    code: 'addIdentityPolicy',
    data: { principal: nameOf(situation), action: action.full, resource },
    kind: 'identity',
    index: base.identityPolicies?.length ?? 0,
    isNew: true,
    caller: base.arn,
    text,
    range: { start: 0, end: text.length },
  };
  return [
    {
      change,
      environment: situation.whole({ ...environment, callers: [...others, changed] }),
      request: situation.request,
    },
  ];
}

export function grant(situation: Situation): readonly Proposal[] {
  const { action, caller, environment, request, resource } = situation;
  const key = environment.key ?? {};
  const spec = key.keySpec ?? 'SYMMETRIC_DEFAULT';
  // A grant made by policy may hold CreateGrant, but who needs that needs a policy.
  if (!action.row?.grantable || action.name === 'CreateGrant' || key.manager === 'AWS' || !isKeySpec(spec))
    return [];
  const usage = (key.keyUsage ?? 'ENCRYPT_DECRYPT') as KeyUsage;
  if (!grantableOperations(spec, usage).some((name) => name === action.name)) return [];
  if (caller.kind === 'anonymous') return [];
  const grantee = granteeFor(situation);
  if (grantee === null) return [];
  const pairs = request.encryptionContext ?? {};
  const bounded =
    spec === 'SYMMETRIC_DEFAULT' && action.row.encryptionContext && Object.keys(pairs).length > 0;
  const made: Grant = {
    grantId: 'new-grant',
    ...grantee,
    operations: [action.name],
    issuingAccount: parseArn(resource)?.account ?? '',
    constraints: { ...grantee.constraints, ...(bounded && { EncryptionContextSubset: pairs }) },
  };
  const changed = { ...environment, grants: [...(environment.grants ?? []), made] };
  const data = { principal: nameOf(situation), action: action.full };
  return [
    {
      change: { type: 'grant', code: 'createGrant', data, grant: made },
      environment: situation.whole(changed),
      request,
    },
  ];
}

function isKeySpec(name: string): name is KeySpec {
  return Object.hasOwn(keySpecs, name);
}

/** A service principal as grantee needs a retiring principal and a source ARN. */
function granteeFor(
  situation: Situation,
): Pick<Grant, 'granteePrincipal' | 'granteeServicePrincipal' | 'retiringPrincipal' | 'constraints'> | null {
  const { caller, request, resource } = situation;
  if (caller.account !== null) return { granteePrincipal: nameOf(situation) };
  const source = contextText(request, 'aws:sourcearn');
  const owner = parseArn(resource);
  if (source === undefined || owner === null) return null;
  return {
    granteeServicePrincipal: caller.name,
    retiringPrincipal: `arn:${owner.partition}:iam::${owner.account}:root`,
    constraints: { SourceArn: source },
  };
}
