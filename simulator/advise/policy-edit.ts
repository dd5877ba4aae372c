/* Where in an environment a change goes, and the proposal that it makes. */
import { type PolicyPlace, policyPlaces, textOf, withText } from '../access/documents.ts';
import type { AccessRequest, Caller, Environment, StatementResult } from '../authorize/types.ts';
import { parseCaller } from '../match/caller.ts';
import type { Edited } from '../policy/edit.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyKind, Statement } from '../policy/types.ts';
import type { Situation } from './situation.ts';
import type { Change, PolicyChange, PolicyChangeCode } from './types.ts';

/** A change that might help. Nobody believes it before it is decided. */
export interface Proposal {
  readonly change: Change;
  readonly environment: Environment;
  readonly request: AccessRequest;
}

/** Who the caller is to a policy: a session is its role. */
export function nameOf({ caller }: Situation): string {
  return caller.roleArn ?? caller.arn;
}

function isFixed(kind: PolicyKind, { environment }: Situation): boolean {
  return kind === 'key' && environment.key?.manager === 'AWS';
}

export function placesOf({ environment, action }: Situation): readonly PolicyPlace[] {
  return policyPlaces(environment, action.service === 'kms' ? 'kms' : 'other');
}

export function placeOf(result: StatementResult, situation: Situation): PolicyPlace | undefined {
  const ref = situation.decision.policies[result.policy];
  return placesOf(situation).find(({ kind, index }) => kind === ref?.kind && index === ref.index);
}

export function statementAt(place: PolicyPlace, index: number): Statement | undefined {
  return parsePolicy(textOf(place.input), place.kind).document?.statements.find((one) => one.index === index);
}

/** A policy with another text, if the edit was possible and the policy may be edited at all. */
export function edit(
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

export function labelOf(result: StatementResult): string {
  return result.sid ?? `${result.index + 1}`;
}

/** The policies of a kind that count for the caller. */
export function ownPlaces(situation: Situation, kind: PolicyKind): readonly PolicyPlace[] {
  const places = placesOf(situation).filter((place) => place.kind === kind);
  if (kind === 'endpoint') return places;
  const owner = ownerIn(situation)?.arn ?? null;
  return places.filter(({ caller }) => caller === owner);
}

/** The listed identity whose policies count: of a session, its role. */
export function ownerIn({ environment, caller }: Situation): Caller | undefined {
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

export function contextText({ context = {} }: AccessRequest, lowerCaseKey: string): string | undefined {
  const value = Object.entries(context).find(([name]) => name.toLowerCase() === lowerCaseKey)?.[1];
  return typeof value === 'string' ? value : undefined;
}
