/* Statements to add to a policy that is there. */
import { textOf } from '../access/documents.ts';
import { parseArn } from '../match/arn.ts';
import { appendStatement } from '../policy/edit.ts';
import type { PolicyKind } from '../policy/types.ts';
import { contextText, edit, nameOf, ownPlaces, type Proposal, placesOf } from './policy-edit.ts';
import type { Situation } from './situation.ts';
import type { PolicyChangeCode } from './types.ts';

type StatementJson = Parameters<typeof appendStatement>[1];
type ConditionJson = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A level of the organization that says nothing. */
export function aboutLevel(situation: Situation): readonly Proposal[] {
  const silent = Number(situation.step.data.silent);
  const place = ownPlaces(situation, 'scp').find(({ level }) => level === silent);
  if (place === undefined) return [];
  const statement = { Effect: 'Allow', Action: situation.action.full, Resource: '*' };
  const edited = appendStatement(textOf(place.input), statement);
  return edit(situation, place, 'addStatement', { action: situation.action.full, kind: 'scp' }, edited);
}

export function statementIn(situation: Situation, kind: PolicyKind): readonly Proposal[] {
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

export function keyStatement(situation: Situation): readonly Proposal[] {
  if (situation.caller.kind === 'anonymous') return [];
  return newKeyStatement(situation, nameOf(situation), situation.caller.account === null ? 'Service' : 'AWS');
}

/** A boundary or session policy does not limit what a key policy gives to a user or session by name. */
export function keyStatementByName(situation: Situation): readonly Proposal[] {
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

export function accountStatement(situation: Situation): readonly Proposal[] {
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

function statementInKeyPolicy(
  situation: Situation,
  code: PolicyChangeCode,
  data: Readonly<Record<string, string>>,
  statement: StatementJson,
): readonly Proposal[] {
  const place = placesOf(situation).find(({ kind }) => kind === 'key' || kind === 'resource');
  return place ? edit(situation, place, code, data, appendStatement(textOf(place.input), statement)) : [];
}

function sidFor(verb: string, { action }: Situation): string {
  return `${verb}${action.name}`;
}

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
