/* One statement held against one call, in the least that a verdict takes or in all that a trace tells. */
import { matchesAction } from '../match/action.ts';
import { Reach, reachOf } from '../match/principal.ts';
import { matchesResource, patternsBeyondSegments, type ResourceMatcher } from '../match/resource.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { Call } from './call.ts';
import { compileKey } from './context-keys.ts';
import type { CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './types.ts';

const nothing: readonly string[] = [];

/** Policy variables read the same keys as conditions; a key with several values is no variable. */
export function variableReader(call: Call): ReadVariable {
  return (key) => {
    const values = compileKey(key)(call);
    return values?.length === 1 ? values[0] : undefined;
  };
}

/** How the statement reaches the call by what no context can change: Action, Principal and most Resources. */
export function fixedReach(statement: CompiledStatement, call: Call, reaches: Reaches): Reach {
  const { resource } = statement;
  if (!fitsAction(statement, call)) return Reach.none;
  if (!resource?.variable && !fitsResource(resource, call, noVariables)) return Reach.none;
  return reaches.of(statement, call);
}

/** The patterns of a statement about the call of which AWS does not document whether they fit its resource. */
export function undocumentedPatterns(
  statement: CompiledStatement,
  call: Call,
  reaches: Reaches,
): readonly string[] {
  const { resource } = statement;
  if (!resource?.inner || !fitsAction(statement, call)) return nothing;
  if (reaches.of(statement, call) === Reach.none) return nothing;
  return patternsBeyondSegments(resource, call.target.resource);
}

function fitsAction({ action }: CompiledStatement, call: Call): boolean {
  return action !== null && matchesAction(action, call.action);
}

const noVariables: ReadVariable = () => undefined;

/** How the Principal elements of statements reach one caller, each found out once. */
export class Reaches {
  private readonly known: (Reach | undefined)[] = [];

  of(statement: CompiledStatement, { subject }: Call): Reach {
    const known = this.known[statement.id];
    if (known !== undefined) return known;
    const { principal } = statement.source;
    // A policy attached to an identity speaks of whoever it is attached to.
    const reach =
      principal === undefined
        ? Reach.direct
        : reachOf(principal, subject.caller, statement.deny, subject.knowsPath);
    this.known[statement.id] = reach;
    return reach;
  }
}

/** Whether every condition fits, and the resource where it depends on the context. */
export function fitsContext(statement: CompiledStatement, call: Call, read: ReadVariable): boolean {
  const { resource, clauses } = statement;
  if (resource?.variable && !fitsResource(resource, call, read)) return false;
  for (const clause of clauses) if (!clause.test(clause.read(call), read)) return false;
  return true;
}

/** A role's trust policy has no Resource: the role itself is meant. */
function fitsResource(resource: ResourceMatcher | null, call: Call, read: ReadVariable): boolean {
  if (resource === null) return call.action.service === 'sts';
  return matchesResource(resource, call.target.resource, read);
}

/**
 * Holds every element of a statement against the call, for the trace. Conditions are tried once all
 * else fits.
 */
export function examineStatement(
  statement: CompiledStatement,
  call: Call,
  read: ReadVariable,
  reaches: Reaches,
): StatementResult {
  const elements = examineElements(statement, call, read, reaches);
  const failed = elements.findIndex(({ matched }) => !matched);
  if (failed < 0) return examineConditions(statement, call, read, elements);
  let fits = 0;
  for (const { matched } of elements) if (matched) fits += 1;
  const total = elements.length + statement.source.conditions.length;
  return resultOf(statement, false, elements.slice(0, failed + 1), fits / total);
}

/**
 * Goes on with the conditions of a statement.
 * @param fitting its Principal, Action and Resource, which fit
 */
export function examineConditions(
  statement: CompiledStatement,
  call: Call,
  read: ReadVariable,
  fitting: readonly ElementResult[],
): StatementResult {
  const { clauses } = statement;
  const total = fitting.length + clauses.length;
  // As long as it gets, because an array that grows takes far more than it needs.
  const elements = new Array<ElementResult>(total);
  let count = 0;
  for (const element of fitting) elements[count++] = element;
  for (const { read: readKey, test, negated, range, expected, operator, key } of clauses) {
    const values = readKey(call);
    const matched = test(values, read);
    const found = values ?? nothing;
    elements[count++] = { element: 'Condition', matched, negated, range, expected, found, operator, key };
    if (!matched) return resultOf(statement, false, elements.slice(0, count), (count - 1) / total);
  }
  return resultOf(statement, true, elements, 1);
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
  reaches: Reaches,
): readonly ElementResult[] {
  const { source, resource, written } = statement;
  const { found } = call;
  const ofAction: ElementResult = {
    element: 'Action',
    matched: fitsAction(statement, call),
    negated: source.action?.negated ?? false,
    range: source.action?.range ?? source.range,
    expected: written.action,
    found: found.action,
  };
  const ofResource: ElementResult = {
    element: 'Resource',
    matched: fitsResource(resource, call, read),
    negated: source.resource?.negated ?? false,
    range: source.resource?.range ?? source.range,
    expected: written.resource,
    found: found.resource,
  };
  if (source.principal === undefined) return [ofAction, ofResource];
  const ofPrincipal: ElementResult = {
    element: 'Principal',
    matched: reaches.of(statement, call) !== Reach.none,
    negated: source.principal.negated,
    range: source.principal.range,
    expected: written.principal,
    found: found.caller,
  };
  return [ofPrincipal, ofAction, ofResource];
}
