/*
 * What differs between two environments, so that only those are asked about whose answer it can change.
 */
import type { Caller, Environment, Grant, OrganizationLevel } from '../authorize/types.ts';
import { parseCaller } from '../match/caller.ts';
import type { Asker } from './facts.ts';
import { readyStatements, speaksOf } from './statements.ts';

/** Tells for an asker whether any difference can matter. It may say yes too often, never too seldom. */
export function changesBetween(before: Environment, after: Environment): (asker: Asker) => boolean {
  if (frame(before) !== frame(after)) return () => true;
  const left = readyStatements(before);
  const right = readyStatements(after);
  const statements = [
    ...[...left].filter(([name]) => !right.has(name)),
    ...[...right].filter(([name]) => !left.has(name)),
  ].map(([, statement]) => statement);
  const grants = onlyOnce(before.grants ?? [], after.grants ?? []);
  const callers = new Set(
    onlyOnce(before.callers ?? [], after.callers ?? []).map(({ arn }) => parseCaller(arn)?.name),
  );
  return (asker) =>
    callers.has(asker.caller.name) ||
    grants.some((grant) => concerns(grant, asker)) ||
    statements.some((statement) => speaksOf(statement, asker));
}

/** All that is neither a statement, a grant nor a caller: where it differs, anything may. */
function frame(environment: Environment): string {
  const { key, organization, keys, resourcePolicy } = environment;
  const levels = (list: readonly OrganizationLevel[] | null | undefined) => (list ?? []).length;
  const any = (list: readonly unknown[] | null | undefined) => (list ?? []).length > 0;
  return JSON.stringify([
    key,
    organization,
    keys,
    resourcePolicy === null || resourcePolicy === undefined,
    levels(environment.scps),
    levels(environment.rcps),
    any(environment.permissionBoundaries),
    any(environment.sessionPolicies),
    any(environment.vpcEndpointPolicies),
  ]);
}

function onlyOnce<T extends Grant | Caller>(before: readonly T[], after: readonly T[]): readonly T[] {
  const named = (list: readonly T[]) => new Map(list.map((item) => [JSON.stringify(item), item]));
  const left = named(before);
  const right = named(after);
  return [
    ...[...left].filter(([name]) => !right.has(name)),
    ...[...right].filter(([name]) => !left.has(name)),
  ].map(([, item]) => item);
}

/** Anybody may be allowed to retire a grant; else only its operations matter. */
function concerns({ operations }: Grant, { action }: Asker): boolean {
  return action.name === 'RetireGrant' || operations.includes(action.name);
}
