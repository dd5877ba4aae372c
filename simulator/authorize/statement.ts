import { type ActionMatcher, compileAction, matchesAction } from '../match/action.ts';
import { type ClauseTest, compileClause } from '../match/condition/clause.ts';
import { compilePrincipal, type PrincipalMatcher, Reach, reachOf } from '../match/principal.ts';
import { compileResource, matchesResource, type ResourceMatcher } from '../match/resource.ts';
import type { ReadVariable } from '../match/variables.ts';
import { parseOperator } from '../policy/operators.ts';
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
  readonly negated: boolean;
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
  /** Whether the answer can change with the context of a request. */
  readonly conditional: boolean;
}

/** Keys that AWS does not make available to some kinds of policy. Source: KMS condition keys. */
const unavailable: ReadonlyMap<string, ReadonlySet<PolicyKind>> = new Map([
  ['kms:resourcealiases', new Set<PolicyKind>(['key', 'rcp', 'endpoint', 'resource'])],
]);

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
      read: unavailable.get(key.toLowerCase())?.has(kind) ? () => undefined : compileKey(key),
      test,
      range: clause.range,
      expected: clause.values.map(({ value }) => value),
      operator: clause.operator.value,
      negated: parseOperator(clause.operator.value)?.row.negated ?? false,
      key,
    });
  }
  const resource = source.resource ? compileResource(source.resource, variables) : null;
  return {
    source,
    policy,
    deny: source.effect.value === 'Deny',
    principal: source.principal ? compilePrincipal(source.principal) : null,
    action: source.action ? compileAction(source.action) : null,
    resource,
    clauses,
    conditional: clauses.length > 0 || (resource?.variable ?? false),
  };
}

/** Policy variables read the same keys as conditions; a key with several values is no variable. */
export function variableReader(call: Call): ReadVariable {
  return (key) => {
    const values = compileKey(key)(call);
    return values?.length === 1 ? values[0] : undefined;
  };
}

/** How the statement's Principal and Action reach the call: what no context can change. */
export function fixedReach(statement: CompiledStatement, call: Call): Reach {
  const { action } = statement;
  if (action === null || !matchesAction(action, call.action)) return Reach.none;
  return principalReach(statement, call);
}

/** Whether the resource and every condition fit. */
export function fitsContext(statement: CompiledStatement, call: Call, read: ReadVariable): boolean {
  if (!fitsResource(statement.resource, call, read)) return false;
  for (const clause of statement.clauses) if (!clause.test(clause.read(call), read)) return false;
  return true;
}

function principalReach({ principal, deny }: CompiledStatement, { subject }: Call): Reach {
  return principal === null ? Reach.direct : reachOf(principal, subject.caller, deny, subject.knowsPath);
}

/** A role's trust policy has no Resource: the role itself is meant. */
function fitsResource(resource: ResourceMatcher | null, call: Call, read: ReadVariable): boolean {
  if (resource === null) return call.action.service === 'sts';
  return matchesResource(resource, call.target.resource, read);
}

const nothing: readonly string[] = [];

/**
 * Holds every element of a statement against the call, for the trace. Conditions are tried once all
 * else fits.
 * @param fitting Principal, Action and Resource, when they are known to fit
 */
export function examineStatement(
  statement: CompiledStatement,
  call: Call,
  read: ReadVariable,
  fitting: readonly ElementResult[] | null = null,
): StatementResult {
  const elements = fitting ?? examineElements(statement, call, read);
  const total = elements.length + statement.clauses.length;
  const failed = fitting ? -1 : elements.findIndex(({ matched }) => !matched);
  if (failed >= 0) {
    const fits = elements.filter(({ matched }) => matched).length;
    return resultOf(statement, false, elements.slice(0, failed + 1), fits / total);
  }
  const all = elements.slice();
  for (const { read: readKey, test, negated, range, expected, operator, key } of statement.clauses) {
    const found = readKey(call);
    const matched = test(found, read);
    all.push({
      element: 'Condition',
      matched,
      negated,
      range,
      expected,
      found: found ?? nothing,
      operator,
      key,
    });
    if (!matched) return resultOf(statement, false, all, (all.length - 1) / total);
  }
  return resultOf(statement, true, all, 1);
}

function resultOf(
  { policy, source }: CompiledStatement,
  matched: boolean,
  elements: readonly ElementResult[],
  nearness: number,
): StatementResult {
  const { index, sid, effect, range } = source;
  // Written out twice: a spread costs more than all the rest of a decision.
  return sid
    ? { policy, index, sid: sid.value, effect: effect.value, range, matched, elements, nearness }
    : { policy, index, effect: effect.value, range, matched, elements, nearness };
}

/** Principal, Action and Resource, in this order. */
export function examineElements(
  statement: CompiledStatement,
  call: Call,
  read: ReadVariable,
): ElementResult[] {
  const { source, action, resource } = statement;
  const elements: ElementResult[] = [];
  if (source.principal) {
    elements.push({
      element: 'Principal',
      matched: principalReach(statement, call) !== Reach.none,
      negated: source.principal.negated,
      range: source.principal.range,
      expected: source.principal.values.map(({ value }) => value),
      found: [call.caller.arn],
    });
  }
  elements.push({
    element: 'Action',
    matched: action !== null && matchesAction(action, call.action),
    negated: action?.negated ?? false,
    range: source.action?.range ?? source.range,
    expected: source.action?.values.map(({ value }) => value) ?? nothing,
    found: [call.action.full],
  });
  elements.push({
    element: 'Resource',
    matched: fitsResource(resource, call, read),
    negated: resource?.negated ?? false,
    range: source.resource?.range ?? source.range,
    expected: source.resource?.values.map(({ value }) => value) ?? nothing,
    found: [call.target.resource],
  });
  return elements;
}
