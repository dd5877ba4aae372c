import type { Environment } from '../authorize/types.ts';
import { type ActionMatcher, compileAction, matchesAction } from '../match/action.ts';
import { parseCaller } from '../match/caller.ts';
import { type PrincipalElement, Reach, reachOf } from '../match/principal.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { ConditionClause, Statement } from '../policy/types.ts';
import { disabledIn, policyPlaces, textOf } from './documents.ts';
import type { Asker } from './facts.ts';

/** A statement ready to tell whether it speaks of an asker. */
export interface ReadyStatement {
  readonly deny: boolean;
  readonly principal: PrincipalElement | null;
  /** Null: it has none, and does nothing. */
  readonly action: ActionMatcher | null;
  readonly clauses: readonly ConditionClause[];
  /** Whose identity policy, boundary, session policy or SCP it is in; null: anybody's. */
  readonly owner: string | null;
}

/** The statements of all policies that are switched on, by a name that tells place and text. */
export function readyStatements(environment: Environment): ReadonlyMap<string, ReadyStatement> {
  const statements = new Map<string, ReadyStatement>();
  for (const { input, kind, caller, level } of policyPlaces(environment, 'kms')) {
    const text = textOf(input);
    const off = disabledIn(input);
    const { document } = parsePolicy(text, kind);
    for (const statement of document?.statements ?? []) {
      if (off.includes(statement.index)) continue;
      const { start, end } = statement.range;
      const name = `${caller} ${kind} ${level} ${document?.version} ${text.slice(start, end)}`;
      if (!statements.has(name)) statements.set(name, ready(statement, caller));
    }
  }
  return statements;
}

function ready({ action, principal, effect, conditions }: Statement, owner: string | null): ReadyStatement {
  return {
    deny: effect.value === 'Deny',
    principal: principal ?? null,
    action: action ? compileAction(action) : null,
    clauses: conditions,
    owner,
  };
}

/** Whether the statement could matter to the asker: its conditions and its Resource are not looked at. */
export function speaksOf({ action, principal, deny, owner }: ReadyStatement, asker: Asker): boolean {
  const { caller } = asker;
  if (action === null || !matchesAction(action, asker.action)) return false;
  if (owner !== null && owner !== caller.arn && parseCaller(owner)?.name !== caller.name) return false;
  if (principal === null) return true;
  // Whether a role's path is known is the authorizer's affair; either answer may be the right one.
  return [true, false].some((knowsPath) => reachOf(principal, caller, deny, knowsPath) !== Reach.none);
}
