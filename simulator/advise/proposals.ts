/*
 * Changes that might let a denied request pass, from what the trace says about the step that denied it.
 * Nothing here is believed: every proposal is decided afterwards.
 */
import { aboutDeny } from './deny-proposals.ts';
import { nearEdits } from './near-edits.ts';
import { grant, identityPolicy } from './new-permissions.ts';
import {
  aboutLevel,
  accountStatement,
  keyStatement,
  keyStatementByName,
  statementIn,
} from './new-statements.ts';
import type { Proposal } from './policy-edit.ts';
import type { Situation } from './situation.ts';

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
