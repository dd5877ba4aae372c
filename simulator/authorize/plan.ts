/*
 * What policies say of one caller, action and resource before the context of a request is looked at.
 * Most statements are settled by these three alone, so a plan is made once and kept: a decision then
 * only asks the conditions of the statements that are still open.
 */
import { Reach } from '../match/principal.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { Call } from './call.ts';
import { type CompiledEnvironment, type PolicySet, policiesOf } from './compile.ts';
import { viaService } from './context-keys.ts';
import {
  examineConditions,
  examineElements,
  examineStatement,
  fitsContext,
  fixedReach,
  type Reaches,
  undocumentedPatterns,
} from './examine.ts';
import type { CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './types.ts';

interface OpenStatement {
  /** Position among the side's statements. */
  readonly at: number;
  readonly statement: CompiledStatement;
  readonly reach: Reach;
  /** For the trace: the elements before the conditions, where none of them depends on the context. */
  fitting: readonly ElementResult[] | null;
}

/** The Allow, or the Deny, statements of a set. */
export interface Side {
  readonly statements: readonly CompiledStatement[];
  /** The strongest reach that holds whatever the context is. */
  readonly certain: Reach;
  /** Statements that reach the call if their conditions fit. */
  readonly open: readonly OpenStatement[];
  readonly reaches: Reaches;
  /** For the trace: patterns of resources of which AWS does not document whether they fit. */
  readonly undocumented: readonly string[];
  /** For the trace: what is known of the settled statements, and null for the others. Made when first asked for. */
  settled: readonly (StatementResult | null)[] | null;
}

export interface SetView {
  readonly allows: Side;
  readonly denies: Side;
}

/** Every kind of policy that applies to the call; null or empty where none does. */
export interface Plan {
  readonly rcpLevels: readonly SetView[];
  readonly scpLevels: readonly SetView[];
  readonly resource: SetView | null;
  readonly identity: SetView | null;
  readonly boundary: SetView | null;
  readonly session: SetView | null;
  readonly endpoint: SetView | null;
}

/** Services whose resources RCPs govern. Source: Organizations User Guide, resource control policies. */
const rcpServices = new Set([
  'kms',
  's3',
  'sts',
  'sqs',
  'secretsmanager',
  'ecr',
  'aoss',
  'dynamodb',
  'cognito-identity',
  'cognito-idp',
  'logs',
]);

/** Leaves out the kinds of policy that do not apply to this caller or this resource, and looks at the rest. */
export function makePlan(call: Call, compiled: CompiledEnvironment, reaches: Reaches): Plan {
  const { caller, action, target, environment } = call;
  const policies = policiesOf(compiled, caller.arn, caller.roleArn);
  const { managementAccount: management, accounts: members } = environment.organization ?? {};
  const inAccount = caller.account !== null;
  const retiring = action.row !== null && action.name === 'RetireGrant';
  const outside = (account: string | null) =>
    account === management || (account !== null && members !== undefined && !members.includes(account));
  const scpFree = !inAccount || caller.serviceLinked || outside(caller.account);
  const rcpFree =
    !rcpServices.has(action.service) ||
    caller.serviceLinked ||
    outside(target.account) ||
    target.byIdentityAlone ||
    retiring ||
    (action.service === 'kms' && target.key.manager === 'AWS');
  const limited = inAccount && caller.kind !== 'root';
  const view = (set: PolicySet): SetView => ({
    allows: makeSide(set.allows, call, reaches),
    denies: makeSide(set.denies, call, reaches),
  });
  const viewIf = (applies: boolean, set: PolicySet | null) => (applies && set !== null ? view(set) : null);
  return {
    rcpLevels: rcpFree ? [] : compiled.rcpLevels.map(view),
    scpLevels: scpFree ? [] : policies.scpLevels.map(view),
    resource: viewIf(!target.byIdentityAlone && !retiring, compiled.resource),
    // The root user has no identity policies, boundary or session policy.
    identity: viewIf(limited, policies.identity),
    boundary: viewIf(limited, policies.boundary),
    session: viewIf(limited, policies.session),
    endpoint: viewIf(caller.kind !== 'service', compiled.endpoint),
  };
}

const none: readonly string[] = [];

function makeSide(statements: readonly CompiledStatement[], call: Call, reaches: Reaches): Side {
  let certain: Reach = Reach.none;
  const open: OpenStatement[] = [];
  let undocumented: readonly string[] = none;
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at];
    if (statement === undefined) continue;
    const patterns = undocumentedPatterns(statement, call, reaches);
    if (patterns.length > 0) undocumented = [...undocumented, ...patterns];
    const reach = fixedReach(statement, call, reaches);
    if (reach === Reach.none) continue;
    if (statement.conditional) open.push({ at, statement, reach, fitting: null });
    else if (reach > certain) certain = reach;
  }
  return { statements, certain, open, reaches, undocumented, settled: null };
}

/** The strongest reach of any statement of the side, conditions asked. */
export function reachOfSide(side: Side, call: Call, read: ReadVariable): Reach {
  let best = side.certain;
  for (const { statement, reach } of side.open) {
    if (reach > best && fitsContext(statement, call, read)) best = reach;
  }
  return best;
}

/** Every statement of the side held against the call, in the order of the documents. */
export function examineSide(side: Side, call: Call, read: ReadVariable): readonly StatementResult[] {
  side.settled ??= settle(side, call, read);
  const results = side.settled.slice();
  for (const open of side.open) results[open.at] = examineOpen(open, side.reaches, call, read);
  // Every null was the place of an open statement.
  return results as StatementResult[];
}

function settle({ statements, open, reaches }: Side, call: Call, read: ReadVariable) {
  let next = 0;
  return statements.map((statement, at) => {
    if (open[next]?.at !== at) return examineStatement(statement, call, read, reaches);
    next += 1;
    return null;
  });
}

function examineOpen(open: OpenStatement, reaches: Reaches, call: Call, read: ReadVariable): StatementResult {
  const { statement } = open;
  if (statement.resource?.variable) return examineStatement(statement, call, read, reaches);
  open.fitting ??= examineElements(statement, call, read, reaches);
  return examineConditions(statement, call, read, open.fitting);
}

/** A service that calls for somebody does so from its own network, past the caller's VPC endpoint. */
export function planForCall(plan: Plan, call: Call): Plan {
  return plan.endpoint !== null && viaService(call) !== undefined ? { ...plan, endpoint: null } : plan;
}
