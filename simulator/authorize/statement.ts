import { type ActionMatcher, compileAction, matchesAction } from '../match/action.ts';
import { type ClauseTest, compileClause } from '../match/condition/clause.ts';
import { compilePrincipal, type PrincipalMatcher, Reach, reachOf } from '../match/principal.ts';
import { compileResource, matchesResource, type ResourceMatcher } from '../match/resource.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { PolicyKind, Statement, TextRange } from '../policy/types.ts';
import type { Call } from './call.ts';
import { compileKey, type KeyReader } from './context-keys.ts';
import type { ElementResult, StatementResult } from './types.ts';

interface CompiledClause {
  readonly read: KeyReader;
  readonly test: ClauseTest;
  readonly range: TextRange;
  readonly expected: readonly string[];
  readonly operator: string;
  readonly key: string;
}

export interface CompiledStatement {
  readonly source: Statement;
  /** Index into the decision's list of policies. */
  readonly policy: number;
  readonly deny: boolean;
  /** Null: a policy attached to an identity, which speaks of whoever it is attached to. */
  readonly principal: PrincipalMatcher | null;
  /** Null: the element is missing, and the statement matches nothing. */
  readonly action: ActionMatcher | null;
  readonly resource: ResourceMatcher | null;
  readonly clauses: readonly CompiledClause[];
  readonly written: Readonly<Record<'principal' | 'action' | 'resource', readonly string[]>>;
}

/** Keys that AWS does not make available to some kinds of policy. Source: KMS condition keys. */
const unavailable: Readonly<Record<string, ReadonlySet<PolicyKind>>> = {
  'kms:resourcealiases': new Set<PolicyKind>(['key', 'rcp', 'endpoint', 'resource']),
};

/** Prepares a statement for decisions. */
export function compileStatement(
  source: Statement,
  policy: number,
  kind: PolicyKind,
  version: '2012-10-17' | '2008-10-17',
): CompiledStatement {
  const variables = version === '2012-10-17';
  const clauses: CompiledClause[] = [];
  for (const clause of source.conditions) {
    const test = compileClause(clause, variables);
    if (test === null) continue;
    const key = clause.key.value;
    clauses.push({
      read: unavailable[key.toLowerCase()]?.has(kind) ? () => undefined : compileKey(key),
      test,
      range: clause.range,
      expected: clause.values.map(({ value }) => value),
      operator: clause.operator.value,
      key,
    });
  }
  return {
    source,
    policy,
    deny: source.effect.value === 'Deny',
    principal: source.principal ? compilePrincipal(source.principal) : null,
    action: source.action ? compileAction(source.action) : null,
    resource: source.resource ? compileResource(source.resource, variables) : null,
    clauses,
    written: {
      principal: source.principal?.values.map(({ value }) => value) ?? [],
      action: source.action?.values.map(({ value }) => value) ?? [],
      resource: source.resource?.values.map(({ value }) => value) ?? [],
    },
  };
}

/** Policy variables read the same keys as conditions; a key with several values is no variable. */
export function variableReader(call: Call): ReadVariable {
  return (key) => {
    const values = compileKey(key)(call);
    return values?.length === 1 ? values[0] : undefined;
  };
}

/** How the statement reaches the caller, `none` when any of its elements does not fit. */
export function reachOfStatement(statement: CompiledStatement, call: Call, read: ReadVariable): Reach {
  const { action, principal, resource, clauses } = statement;
  if (action === null || !matchesAction(action, call.action)) return Reach.none;
  const reach = principalReach(principal, statement.deny, call);
  if (reach === Reach.none || !fitsResource(resource, call, read)) return Reach.none;
  for (const clause of clauses) if (!clause.test(clause.read(call), read)) return Reach.none;
  return reach;
}

function principalReach(principal: PrincipalMatcher | null, deny: boolean, call: Call): Reach {
  return principal === null ? Reach.direct : reachOf(principal, call.caller, deny, call.knowsPath);
}

/** A role's trust policy has no Resource: the role itself is meant. */
function fitsResource(resource: ResourceMatcher | null, call: Call, read: ReadVariable): boolean {
  if (resource === null) return call.action.service === 'sts';
  return matchesResource(resource, call.target.resource, read);
}

const nothing: readonly string[] = [];

/** Holds every element of a statement against the call, for the trace. */
export function examineStatement(
  statement: CompiledStatement,
  call: Call,
  read: ReadVariable,
): StatementResult {
  const { source, written } = statement;
  const elements: ElementResult[] = [];
  let fits = 0;
  let total = 0;
  let broken = false;
  const add = (result: ElementResult) => {
    total++;
    if (result.matched) fits++;
    if (!broken) elements.push(result);
    if (!result.matched) broken = true;
  };
  if (source.principal) {
    add({
      element: 'Principal',
      matched: principalReach(statement.principal, statement.deny, call) !== Reach.none,
      range: source.principal.range,
      expected: written.principal,
      found: [call.caller.arn],
    });
  }
  add({
    element: 'Action',
    matched: statement.action !== null && matchesAction(statement.action, call.action),
    range: source.action?.range ?? source.range,
    expected: written.action,
    found: [call.action.full],
  });
  add({
    element: 'Resource',
    matched: fitsResource(statement.resource, call, read),
    range: source.resource?.range ?? source.range,
    expected: written.resource,
    found: [call.target.resource],
  });
  for (const { read: readKey, test, range, expected, operator, key } of statement.clauses) {
    const found = readKey(call);
    add({
      element: 'Condition',
      matched: test(found, read),
      range,
      expected,
      found: found ?? nothing,
      operator,
      key,
    });
  }
  return {
    policy: statement.policy,
    index: source.index,
    ...(source.sid && { sid: source.sid.value }),
    effect: source.effect.value,
    range: source.range,
    matched: !broken,
    elements,
    nearness: fits / total,
  };
}
