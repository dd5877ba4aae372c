/* The grant that CreateGrant asks for, and what it may be. */
import { grantableOperations, grantLimits } from '../../catalog/grants.ts';
import { keySpecs } from '../../catalog/key-specs.ts';
import { parseArn } from '../../match/arn.ts';
import { ec2Infrastructure, parseCaller } from '../../match/caller.ts';
import type { Draft } from '../../world/draft.ts';
import type { GrantConstraints, GrantRecord } from '../../world/types.ts';
import type { Call } from './call.ts';
import { identityOf } from './environment.ts';
import { refuse } from './refusal.ts';

type GrantCall = Call<'CreateGrant'>;

/** Refuses a grant that nobody could have. */
export function checkGrant(call: GrantCall): void {
  checkPrincipals(call);
  const { key, core, input } = call;
  const grantable: readonly string[] = grantableOperations(core.keySpec, core.keyUsage);
  const wrong = input.Operations.find((operation) => !grantable.includes(operation));
  if (wrong !== undefined) refuse('grantOperation', { operation: wrong, keyArn: key.arn });
  checkConstraints(call);
}

function checkPrincipals({ draft, input, caller }: GrantCall): void {
  const { GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal } = input;
  const byService = GranteeServicePrincipal !== undefined;
  const retires = RetiringPrincipal !== undefined || RetiringServicePrincipal !== undefined;
  const both = RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined;
  const bound = input.Constraints?.SourceArn !== undefined;
  if ((GranteePrincipal !== undefined) === byService || both || (byService && !(retires && bound))) {
    refuse('grantPrincipals');
  }
  for (const principal of [GranteePrincipal, RetiringPrincipal]) {
    if (principal === undefined || (caller.given.viaService !== undefined && isOfService(principal)))
      continue;
    if (!isPrincipal(draft, principal)) refuse('grantPrincipalInvalid', { arn: principal });
  }
}

/** Whom only AWS services give grants to: themselves, and the hosts of EC2 instances. */
function isOfService(principal: string): boolean {
  const named = parseCaller(principal);
  return (
    named?.kind === 'service' ||
    (named?.kind === 'roleSession' && named.name === ec2Infrastructure) ||
    /^\d{12}:aws:ec2-infrastructure:i-[\w-]+$/.test(principal)
  );
}

/** Principals of accounts that the world does not hold are taken on trust. */
function isPrincipal(draft: Draft, arn: string): boolean {
  const named = parseArn(arn) === null ? null : parseCaller(arn);
  if (named?.account == null) return false;
  const account = draft.get('accounts', named.account);
  if (account === undefined || named.kind === 'root' || named.kind === 'federatedUser') return true;
  return identityOf(account, named.roleArn ?? named.arn, named.name) !== undefined;
}

function checkConstraints({ key, core, input: { Constraints } }: GrantCall): void {
  if (Constraints === undefined) return;
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = Constraints;
  if (equals === undefined && subset === undefined) return;
  const pairs = Object.entries(equals ?? subset ?? {});
  const length = pairs.reduce((sum, [, value]) => sum + value.length, 0);
  const fits =
    keySpecs[core.keySpec].family === 'symmetric' &&
    (equals === undefined || subset === undefined) &&
    pairs.length <= grantLimits.constraintPairs &&
    length <= grantLimits.constraintValueCharacters;
  if (!fits) refuse('grantConstraints', { keyArn: key.arn });
}

/** The grant as a record, with an id of its own. */
export function createdGrant({ draft, key, caller, now, input }: GrantCall): GrantRecord {
  return {
    grantId: draft.random.hex(32),
    keyArn: key.arn,
    name: input.Name ?? null,
    createdAt: now,
    granteePrincipal: input.GranteePrincipal ?? null,
    granteeServicePrincipal: input.GranteeServicePrincipal ?? null,
    retiringPrincipal: input.RetiringPrincipal ?? null,
    retiringServicePrincipal: input.RetiringServicePrincipal ?? null,
    issuingAccount: `arn:aws:iam::${caller.account?.id ?? key.account}:root`,
    operations: [...new Set(input.Operations)],
    constraints: input.Constraints === undefined ? null : constraintsOf(input.Constraints),
  };
}

function constraintsOf(given: NonNullable<GrantCall['input']['Constraints']>): GrantConstraints {
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = given;
  return {
    ...(EncryptionContextEquals !== undefined && { EncryptionContextEquals }),
    ...(EncryptionContextSubset !== undefined && { EncryptionContextSubset }),
    ...(SourceArn !== undefined && { SourceArn }),
  };
}

/** Whether two grants have the same name and parameters; without a name every grant is another. */
export function sameGrant(one: GrantRecord, other: GrantRecord): boolean {
  return one.name !== null && one.name === other.name && parameters(one) === parameters(other);
}

function parameters({ grantId: _, createdAt: __, operations, constraints, ...rest }: GrantRecord): string {
  const sorted = Object.entries(constraints ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : Object.entries(value as object).sort(),
  ]);
  return JSON.stringify([rest, [...operations].sort(), sorted.sort()]);
}
