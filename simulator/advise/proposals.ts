/*
 * Changes that might let a denied request pass, from what the trace says about the step that denied it.
 * Nothing here is believed: every proposal is decided afterwards.
 */
import { type PolicyPlace, policyPlaces, textOf, withText } from '../access/documents.ts';
import type { AccessRequest, Caller, Environment, Grant, StatementResult } from '../authorize/types.ts';
import { grantableOperations } from '../catalog/grants.ts';
import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import type { KeyUsage } from '../catalog/types.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import { parseOperator } from '../policy/operators.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyKind, Statement } from '../policy/types.ts';
import {
  addCondition,
  addPrincipal,
  addToList,
  appendStatement,
  type Edited,
  removeCondition,
  removeFromList,
  removeStatement,
  setMember,
} from './edit.ts';
import type { Situation } from './situation.ts';
import type { Change, PolicyChange, PolicyChangeCode } from './types.ts';

export interface Proposal {
  readonly change: Change;
  readonly environment: Environment;
  readonly request: AccessRequest;
}

const limitKinds = {
  permissionsBoundary: 'boundary',
  sessionPolicies: 'session',
  vpcEndpointPolicies: 'endpoint',
} as const;

/** What could be done about the step that denies. */
export function proposalsFor(situation: Situation): readonly Proposal[] {
  const { step } = situation;
  switch (step.code) {
    case 'resource':
      return keyArnInstead(situation);
    case 'explicitDeny':
      return aboutDeny(situation);
    case 'serviceControlPolicies':
      return aboutLevel(situation);
    case 'keyPolicy':
    case 'resourcePolicy':
      return [
        ...nearEdits(situation),
        ...keyStatement(situation),
        ...accountStatement(situation),
        ...grant(situation),
      ];
    case 'identityPolicies':
      return [
        ...nearEdits(situation),
        ...identityPolicy(situation),
        ...keyStatement(situation),
        ...grant(situation),
      ];
    case 'permissionsBoundary':
    case 'sessionPolicies':
    case 'vpcEndpointPolicies':
      return [
        ...nearEdits(situation),
        ...statementIn(situation, limitKinds[step.code]),
        ...keyStatementByName(situation),
      ];
    default:
      return [];
  }
}

function keyArnInstead({ environment, request, resource }: Situation): readonly Proposal[] {
  const arn = environment.key?.arn;
  if (arn === undefined || arn === request.resource) return [];
  const changed = { ...request, resource: arn };
  const data = { from: request.resource || resource, to: arn };
  return [
    { change: { type: 'request', code: 'useKeyArn', data, request: changed }, environment, request: changed },
  ];
}

/** Who the caller is to a policy: a session is its role. */
function nameOf({ caller }: Situation): string {
  return caller.roleArn ?? caller.arn;
}

function isFixed(kind: PolicyKind, { environment }: Situation): boolean {
  return kind === 'key' && environment.key?.manager === 'AWS';
}

function placesOf({ environment, action }: Situation): readonly PolicyPlace[] {
  return policyPlaces(environment, action.service === 'kms' ? 'kms' : 'other');
}

function placeOf(result: StatementResult, situation: Situation): PolicyPlace | undefined {
  const ref = situation.decision.policies[result.policy];
  return placesOf(situation).find(({ kind, index }) => kind === ref?.kind && index === ref.index);
}

function statementAt(place: PolicyPlace, index: number): Statement | undefined {
  return parsePolicy(textOf(place.input), place.kind).document?.statements.find((one) => one.index === index);
}

/** A policy with another text, if the edit was possible and the policy may be edited at all. */
function edit(
  situation: Situation,
  place: PolicyPlace,
  code: PolicyChangeCode,
  data: Readonly<Record<string, string>>,
  edited: Edited | null,
): readonly Proposal[] {
  if (edited === null || isFixed(place.kind, situation)) return [];
  const { kind, index, caller, input } = place;
  const change: PolicyChange = {
    type: 'policy',
    code,
    data,
    kind,
    index,
    isNew: false,
    caller,
    ...(situation.keyArn !== null && (kind === 'key' || kind === 'resource') && { keyArn: situation.keyArn }),
    text: edited.text,
    range: edited.range,
  };
  const environment = place.exchange(withText(input, edited.text));
  return [{ change, environment: situation.whole(environment), request: situation.request }];
}

function labelOf(result: StatementResult): string {
  return result.sid ?? `${result.index + 1}`;
}

function aboutDeny(situation: Situation): readonly Proposal[] {
  const denier = situation.step.statements.find(({ matched }) => matched);
  const place = denier && placeOf(denier, situation);
  if (denier === undefined || place === undefined) return [];
  const { action, caller } = situation;
  const text = textOf(place.input);
  const statement = statementAt(place, denier.index);
  const data = { statement: labelOf(denier), action: action.full, principal: nameOf(situation) };
  const shared = place.kind !== 'identity' && place.kind !== 'boundary' && place.kind !== 'session';
  const [operator, key] =
    caller.account === null
      ? ['StringNotEquals', 'aws:PrincipalServiceName']
      : ['ArnNotEquals', 'aws:PrincipalArn'];
  const withoutAction = statement?.action?.negated
    ? addToList(text, denier.index, 'NotAction', action.full)
    : removeFromList(text, denier.index, 'Action', (value) => value.toLowerCase() === action.lowerCase);
  return [
    ...(shared && caller.kind !== 'anonymous'
      ? edit(
          situation,
          place,
          'exceptCaller',
          data,
          addCondition(text, denier.index, operator ?? '', key ?? '', nameOf(situation)),
        )
      : []),
    ...(situation.request.viaService !== undefined
      ? edit(
          situation,
          place,
          'exceptServices',
          data,
          addCondition(text, denier.index, 'BoolIfExists', 'aws:ViaAWSService', 'false'),
        )
      : []),
    ...edit(situation, place, 'removeActionFromDeny', data, withoutAction),
    ...edit(situation, place, 'removeDeny', data, removeStatement(text, denier.index)),
  ];
}

/** A level of the organization that says nothing. */
function aboutLevel(situation: Situation): readonly Proposal[] {
  const silent = Number(situation.step.data.silent);
  const place = ownPlaces(situation, 'scp').find(({ level }) => level === silent);
  if (place === undefined) return [];
  const statement = { Effect: 'Allow', Action: situation.action.full, Resource: '*' };
  const edited = appendStatement(textOf(place.input), statement);
  return edit(situation, place, 'addStatement', { action: situation.action.full, kind: 'scp' }, edited);
}

/** The policies of a kind that count for the caller. */
function ownPlaces(situation: Situation, kind: PolicyKind): readonly PolicyPlace[] {
  const places = placesOf(situation).filter((place) => place.kind === kind);
  if (kind === 'endpoint') return places;
  const owner = ownerIn(situation)?.arn ?? null;
  return places.filter(({ caller }) => caller === owner);
}

/** The listed identity whose policies count: of a session, its role. */
function ownerIn({ environment, caller }: Situation): Caller | undefined {
  const callers = environment.callers ?? [];
  const role = callers.find(({ arn }) => {
    const listed = parseCaller(arn);
    return (
      caller.roleArn !== null &&
      listed?.kind === 'role' &&
      listed.account === caller.account &&
      listed.name === caller.name
    );
  });
  return role ?? callers.find(({ arn }) => arn === caller.arn);
}

/** Statements of the silent step that miss the request by one element. */
function nearEdits(situation: Situation): readonly Proposal[] {
  return situation.step.statements
    .filter(({ effect, matched }) => effect === 'Allow' && !matched)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 4)
    .flatMap((result) => nearEdit(result, situation));
}

function nearEdit(result: StatementResult, situation: Situation): readonly Proposal[] {
  const place = placeOf(result, situation);
  const statement = place && statementAt(place, result.index);
  const failed = result.elements.at(-1);
  if (place === undefined || statement === undefined || failed === undefined) return [];
  const total = (statement.principal ? 1 : 0) + 2 + statement.conditions.length;
  if (Math.round(result.nearness * total) !== total - 1) return [];
  const { action, caller, resource } = situation;
  const text = textOf(place.input);
  const { index } = result;
  const data = { statement: labelOf(result), action: action.full, principal: nameOf(situation), resource };
  switch (failed.element) {
    case 'Action':
      return statement.action && !statement.action.negated
        ? edit(situation, place, 'addAction', data, addToList(text, index, 'Action', action.full))
        : [];
    case 'Principal': {
      if (!statement.principal || statement.principal.negated || caller.kind === 'anonymous') return [];
      const type = caller.account === null ? 'Service' : 'AWS';
      return edit(situation, place, 'addPrincipal', data, addPrincipal(text, index, type, nameOf(situation)));
    }
    case 'Resource': {
      if (!statement.resource || statement.resource.negated) return [];
      const edited =
        place.kind === 'key'
          ? setMember(text, index, 'Resource', '*')
          : addToList(text, index, 'Resource', resource);
      return edit(situation, place, 'fixResource', data, edited);
    }
    case 'Condition': {
      const operator = parseOperator(failed.operator ?? '');
      const { operator: name = '', key = '', found } = failed;
      const more = { ...data, operator: name, key, value: found[0] ?? '' };
      const widens =
        operator !== null && operator.row.type !== 'Null' && !operator.row.negated && found.length === 1;
      return [
        ...(widens
          ? edit(
              situation,
              place,
              'widenCondition',
              more,
              addCondition(text, index, name, key, found[0] ?? ''),
            )
          : []),
        ...edit(situation, place, 'removeCondition', more, removeCondition(text, index, name, key)),
      ];
    }
  }
}

function sidFor(verb: string, { action }: Situation): string {
  return `${verb}${action.name}`;
}

type ConditionJson = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What bounds a new statement to requests like this one: the resource a service comes for, the service itself. */
function boundsOf({ request, caller, action, resource }: Situation): { readonly Condition?: ConditionJson } {
  if (caller.kind === 'service') {
    const source = contextText(request, 'aws:sourcearn');
    if (source !== undefined) return { Condition: { ArnEquals: { 'aws:SourceArn': source } } };
    const logs = request.encryptionContext?.['aws:logs:arn'];
    if (logs !== undefined)
      return { Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': logs } } };
    const account = contextText(request, 'aws:sourceaccount');
    return account === undefined ? {} : { Condition: { StringEquals: { 'aws:SourceAccount': account } } };
  }
  const { viaService } = request;
  if (viaService === undefined || action.service !== 'kms') return {};
  if (action.name === 'CreateGrant') return { Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } };
  const region = parseArn(resource)?.region ?? '*';
  const service = viaService.includes('.') ? viaService : `${viaService}.${region}.amazonaws.com`;
  return { Condition: { StringEquals: { 'kms:ViaService': service } } };
}

function contextText({ context = {} }: AccessRequest, lowerCaseKey: string): string | undefined {
  const value = Object.entries(context).find(([name]) => name.toLowerCase() === lowerCaseKey)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function keyStatement(situation: Situation): readonly Proposal[] {
  if (situation.caller.kind === 'anonymous') return [];
  return newKeyStatement(situation, nameOf(situation), situation.caller.account === null ? 'Service' : 'AWS');
}

/** A boundary or session policy does not limit what a key policy gives to a user or session by name. */
function keyStatementByName(situation: Situation): readonly Proposal[] {
  const { caller, step } = situation;
  const named = caller.kind === 'user' || caller.kind === 'roleSession' || caller.kind === 'federatedUser';
  return named && step.code !== 'vpcEndpointPolicies' ? newKeyStatement(situation, caller.arn, 'AWS') : [];
}

function newKeyStatement(
  situation: Situation,
  principal: string,
  type: 'AWS' | 'Service',
): readonly Proposal[] {
  const { action, resource, decision } = situation;
  const asked = decision.steps.some(
    ({ code, outcome }) => (code === 'keyPolicy' || code === 'resourcePolicy') && outcome !== 'notConsulted',
  );
  if (!asked) return [];
  const statement = {
    Sid: sidFor('Allow', situation),
    Effect: 'Allow',
    Principal: { [type]: principal },
    Action: action.full,
    Resource: action.service === 'kms' ? '*' : resource,
    ...boundsOf(situation),
  };
  return statementInKeyPolicy(
    situation,
    'addStatement',
    { action: action.full, principal, kind: 'key' },
    statement,
  );
}

function accountStatement(situation: Situation): readonly Proposal[] {
  const { caller, action, resource } = situation;
  if (caller.account === null || action.service !== 'kms') return [];
  const partition = parseArn(caller.arn)?.partition ?? 'aws';
  const own = caller.account === parseArn(resource)?.account;
  const statement = {
    Sid: own ? 'Enable IAM User Permissions' : `${sidFor('Allow', situation)}To${caller.account}`,
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${caller.account}:root` },
    Action: own ? 'kms:*' : action.full,
    Resource: '*',
  };
  return statementInKeyPolicy(
    situation,
    'addAccountStatement',
    { account: caller.account, action: action.full },
    statement,
  );
}

type StatementJson = Parameters<typeof appendStatement>[1];

function statementInKeyPolicy(
  situation: Situation,
  code: PolicyChangeCode,
  data: Readonly<Record<string, string>>,
  statement: StatementJson,
): readonly Proposal[] {
  const place = placesOf(situation).find(({ kind }) => kind === 'key' || kind === 'resource');
  return place ? edit(situation, place, code, data, appendStatement(textOf(place.input), statement)) : [];
}

function statementIn(situation: Situation, kind: PolicyKind): readonly Proposal[] {
  const { action, resource } = situation;
  const place = ownPlaces(situation, kind)[0];
  if (place === undefined) return [];
  const statement = {
    Effect: 'Allow',
    ...(kind === 'endpoint' && { Principal: { AWS: nameOf(situation) } }),
    Action: action.full,
    Resource: resource,
  };
  const principal = nameOf(situation);
  return edit(
    situation,
    place,
    'addStatement',
    { action: action.full, principal, kind },
    appendStatement(textOf(place.input), statement),
  );
}

/** A policy more for whoever calls. Service-linked roles take none, and services have none. */
function identityPolicy(situation: Situation): readonly Proposal[] {
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

function isKeySpec(name: string): name is KeySpec {
  return Object.hasOwn(keySpecs, name);
}

function grant(situation: Situation): readonly Proposal[] {
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
