// A second, slow reading of how AWS decides, written from the documentation in the plainest way. It shares only
// types with the engine, so that a misreading has to be made twice to go unnoticed.

import type { AccessRequest, Environment, Grant, KeyEntry, Verdict } from '../authorize/types.ts';
import { callerOf, type ReferenceCaller } from './reference-caller.ts';
import { type Asked, contextOf } from './reference-context.ts';
import { grantAllows, isVisible, names } from './reference-grants.ts';
import { crossAccountActions } from './reference-operations.ts';
import { askedParts, entryOf } from './reference-parts.ts';
import { type Match, matchesIn, type Question } from './reference-policies.ts';

export interface ReferenceAnswer {
  readonly verdict: Verdict;
  /** Questions that the documentation leaves open and that this verdict depends on. */
  readonly open: readonly string[];
}

/** One permission held against the world. */
interface Part extends Question {
  readonly asked: Asked;
  readonly owner: string;
  readonly entry: KeyEntry | null;
}

export function referenceDecide(environment: Environment, request: AccessRequest): ReferenceAnswer {
  const caller = callerOf(environment, request.principal);
  const decide = (asked: Asked) =>
    decidePart(environment, request, partOf(environment, request, caller, asked));
  const answers = askedParts(environment, request, caller).map((asked) =>
    asked.resource.includes(':alias/') ? decideAlias(environment, asked, decide) : decide(asked),
  );
  const verdicts = answers.map((answer) => answer.verdict);
  const order: Verdict[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];
  return {
    verdict: order.find((verdict) => verdicts.includes(verdict)) ?? 'ImplicitlyDenied',
    open: answers.flatMap((answer) => answer.open),
  };
}

/** Whether the key's properties count in a condition on its alias is not documented. */
function decideAlias(environment: Environment, asked: Asked, decide: (asked: Asked) => ReferenceAnswer) {
  const answer = decide(asked);
  const withKey = decide({ ...asked, key: environment.key ?? {} });
  return answer.verdict === withKey.verdict ? answer : { ...answer, open: ['key properties on an alias'] };
}

function partOf(
  environment: Environment,
  request: AccessRequest,
  caller: ReferenceCaller,
  asked: Asked,
): Part {
  const first = asked.service !== 'kms' || asked.resource === '*';
  const owner = first ? (request.resourceAccount ?? caller.account) : asked.resource.split(':')[4];
  return {
    asked,
    caller,
    action: `${asked.service}:${asked.action}`,
    resource: asked.resource,
    context: contextOf(environment, request, caller, asked),
    owner: owner ?? '',
    entry: asked.service === 'kms' ? entryOf(environment, asked.resource) : null,
  };
}

/** What each kind of policy says of the question, and who may be limited by it. */
function opinions(environment: Environment, request: AccessRequest, part: Part) {
  const { caller, asked, entry } = part;
  const isKms = asked.service === 'kms';
  const hasPolicy = !isKms || (asked.resource.includes(':key/') && asked.action !== 'RetireGrant');
  const policy = entry ? entry.resourcePolicy : environment.resourcePolicy;
  const rcpsApply =
    hasPolicy &&
    !caller.serviceLinked &&
    asked.key?.manager !== 'AWS' &&
    part.owner !== environment.organization?.managementAccount;
  const rcps = rcpsApply ? (entry?.rcps ?? environment.rcps ?? []) : [];
  const throughService = caller.kind === 'service' || request.viaService !== undefined;
  const limit = (kind: 'boundary' | 'session' | 'endpoint', policies: Environment['identityPolicies']) =>
    policies?.length ? matchesIn(kind, policies, part) : null;
  return {
    resource: hasPolicy ? matchesIn(isKms ? 'key' : 'resource', [policy], part) : [],
    identity: matchesIn('identity', caller.identity, part),
    boundary: limit('boundary', caller.boundary),
    session: limit('session', caller.session),
    // A service calls from its own network.
    endpoint: throughService ? null : limit('endpoint', environment.vpcEndpointPolicies),
    scps: caller.scps.map((level) => matchesIn('scp', level.policies, part)),
    rcps: rcps.map((level) => matchesIn('rcp', level.policies, part)),
  };
}

const allows = (matches: readonly Match[]) => matches.some((match) => match.effect === 'Allow');

function decidePart(environment: Environment, request: AccessRequest, part: Part): ReferenceAnswer {
  const said = opinions(environment, request, part);
  const { resource, identity, boundary, session, endpoint } = said;
  const everything = [
    resource,
    identity,
    boundary ?? [],
    session ?? [],
    endpoint ?? [],
    ...said.scps,
    ...said.rcps,
  ];
  if (everything.flat().some((match) => match.effect === 'Deny'))
    return { verdict: 'ExplicitlyDenied', open: [] };
  const refused: ReferenceAnswer = { verdict: 'ImplicitlyDenied', open: [] };
  if (!said.scps.every(allows) || (endpoint && !allows(endpoint))) return refused;

  // A federated user has no permissions of its own without a session policy.
  const bySession = session === null ? part.caller.kind !== 'federated' : allows(session);
  const withinLimits = (boundary === null || allows(boundary)) && bySession;
  const ways: Ways = {
    direct: resource.filter((match) => match.effect === 'Allow'),
    iam: part.caller.kind === 'root' || (allows(identity) && withinLimits),
    withinLimits,
  };
  if (part.asked.service !== 'kms') return elsewhere(part, ways);
  if (!part.asked.resource.includes(':key/')) return yesIf(ways.iam && part.owner === part.caller.account);
  const grants = (part.entry ? part.entry.grants : environment.grants) ?? [];
  if (part.asked.action === 'RetireGrant') return retiring(part, request, grants, ways);
  return onKey(part, request, grants, ways);
}

interface Ways {
  /** Allows in the policy of the resource. */
  readonly direct: readonly Match[];
  /** IAM in the caller's account allows, boundary and session policy included. */
  readonly iam: boolean;
  readonly withinLimits: boolean;
}

const yesIf = (allowed: boolean, open: readonly string[] = []): ReferenceAnswer => ({
  verdict: allowed ? 'Allowed' : 'ImplicitlyDenied',
  open,
});

function onKey(part: Part, request: AccessRequest, grants: readonly Grant[], ways: Ways): ReferenceAnswer {
  const { caller, asked, owner } = part;
  const crossing = caller.account !== undefined && caller.account !== owner;
  if (crossing && (asked.key?.manager === 'AWS' || !crossAccountActions.includes(asked.action)))
    return yesIf(false);
  if (caller.kind === 'anonymous') return yesIf(false, ways.direct.length > 0 ? ['anonymous'] : []);
  const byPolicy = crossing ? acrossAccounts(part, ways) : inOneAccount(part, ways);
  if (byPolicy.verdict === 'Allowed' && byPolicy.open.length === 0) return byPolicy;
  const granted = grants.filter((grant) => grantAllows(grant, asked.action, caller, request, part.context));
  if (granted.length > 0)
    return yesIf(true, ways.withinLimits ? [] : ['grant under a silent boundary or session']);
  const toAccount = grants.some((grant) => grant.granteePrincipal === `arn:aws:iam::${caller.account}:root`);
  if (toAccount) return yesIf(false, ['grant to an account']);
  return byPolicy;
}

function inOneAccount({ caller }: Part, { direct, iam, withinLimits }: Ways): ReferenceAnswer {
  if (caller.kind === 'root' || caller.kind === 'service') return yesIf(direct.length > 0);
  const reaches = direct.map((match) => match.reach);
  if (reaches.includes('exact') || reaches.includes('everyoneBounded')) return yesIf(true);
  if (withinLimits && (reaches.includes('role') || reaches.includes('everyone'))) return yesIf(true);
  if (reaches.length > 0 && iam) return yesIf(true);
  return yesIf(false, reaches.includes('everyone') ? ['everyone under a silent boundary or session'] : []);
}

/** Both accounts have to say yes. */
function acrossAccounts({ caller }: Part, { direct, iam }: Ways): ReferenceAnswer {
  return yesIf(
    direct.length > 0 && iam,
    direct.length > 0 && caller.kind === 'root' ? ['root across accounts'] : [],
  );
}

/** The grant itself says who may retire it; kms:RetireGrant in IAM only serves accounts that may. */
function retiring(part: Part, request: AccessRequest, grants: readonly Grant[], ways: Ways): ReferenceAnswer {
  const { caller, owner } = part;
  const chosen = grants.find((grant) =>
    request.grantId === undefined
      ? request.grantTokens?.includes(grant.grantToken ?? '')
      : grant.grantId === request.grantId,
  );
  if (chosen === undefined) return yesIf(false);
  if (part.asked.key?.manager === 'AWS' && caller.account !== owner)
    return yesIf(false, ['retiring a grant on the AWS managed key of another account']);
  if (!isVisible(chosen, request)) return yesIf(false, ['retiring before the grant is visible everywhere']);
  const isGrantee =
    chosen.operations.includes('RetireGrant') &&
    names(chosen.granteePrincipal, chosen.granteeServicePrincipal, caller);
  if (isGrantee || names(chosen.retiringPrincipal, chosen.retiringServicePrincipal, caller))
    return yesIf(true, ways.withinLimits ? [] : ['retiring under a silent boundary or session']);
  const issuer = /\d{12}/.exec(chosen.issuingAccount ?? owner)?.[0];
  const mayDelegate =
    caller.account === owner || chosen.retiringPrincipal === `arn:aws:iam::${caller.account}:root`;
  if (caller.kind === 'root') return yesIf(caller.account === issuer || mayDelegate, []);
  return yesIf(mayDelegate && ways.iam);
}

/** IAM's general rules: in one account either side is enough, across accounts both are needed. */
function elsewhere(part: Part, ways: Ways): ReferenceAnswer {
  const { caller, owner } = part;
  if (caller.kind === 'anonymous' || caller.kind === 'service') return yesIf(ways.direct.length > 0);
  if (caller.account !== owner) return acrossAccounts(part, ways);
  const named = ways.direct.filter((match) => match.reach !== 'account');
  if (ways.iam) return yesIf(true);
  return inOneAccount(part, { ...ways, direct: named });
}
