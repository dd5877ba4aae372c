/*
 * A policy made ready for the rules: parsed once, with what each statement covers and what is known of
 * the key and the world around it.
 */

import type { Environment, KeyFacts } from '../authorize/types.ts';
import { type ActionName, actionNames } from '../catalog/actions.ts';
import { parseArn } from '../match/arn.ts';
import { markWildcards, matchesPattern } from '../match/wildcard.ts';
import { type JsonNode, parseJson } from '../policy/json.ts';
import { type ParsedOperator, parseOperator } from '../policy/operators.ts';
import { parsePolicy } from '../policy/parse.ts';
import type {
  ConditionClause,
  ParsedPolicy,
  PolicyKind,
  PrincipalEntry,
  Statement,
  TextRange,
} from '../policy/types.ts';

/** A condition with its operator taken apart. */
export interface ClauseView {
  readonly clause: ConditionClause;
  /** Lower case. */
  readonly key: string;
  /** Null: there is no such operator. */
  readonly operator: ParsedOperator | null;
  readonly values: readonly string[];
}

export interface StatementView {
  readonly statement: Statement;
  readonly allow: boolean;
  /** The KMS actions that its Action or NotAction covers; empty when it has neither. */
  readonly actions: ReadonlySet<ActionName>;
  readonly clauses: readonly ClauseView[];
  /** Whom `Principal` names; empty for `NotPrincipal` and for none. */
  readonly principals: readonly PrincipalEntry[];
}

export interface CheckContext {
  readonly text: string;
  readonly kind: PolicyKind;
  readonly parsed: ParsedPolicy;
  /** The text as a JSON tree: for what a document no longer shows, such as an empty list. */
  readonly root: JsonNode | null;
  readonly version: '2012-10-17' | '2008-10-17';
  /** Empty when no policy could be read. */
  readonly statements: readonly StatementView[];
  /** The policy of an AWS managed key, which nobody writes or can change. */
  readonly managed: boolean;
  /** AWS could not read it, so that it decides nothing. */
  readonly broken: boolean;
  readonly key: KeyFacts | null;
  readonly environment: Environment | null;
  /** Who is about to save the policy: an ARN. */
  readonly author: string | null;
  /** The account that owns the key, as far as it is known or can be told from the policy. */
  readonly account: string | null;
  readonly region: string | null;
}

export interface ContextOptions {
  readonly kind: PolicyKind;
  readonly key?: KeyFacts | null;
  readonly environment?: Environment | null;
  readonly author?: string;
}

/** Prepares any text for the rules. Never throws. */
export function createContext(text: string, options: ContextOptions): CheckContext {
  const { kind, environment = null, author = null } = options;
  const parsed = parsePolicy(text, kind);
  const statements = (parsed.document?.statements ?? []).map(view);
  const key = options.key ?? environment?.key ?? null;
  const arn = key?.arn === undefined ? null : parseArn(key.arn);
  return {
    text,
    kind,
    parsed,
    root: parseJson(text).root,
    version: parsed.document?.version ?? '2012-10-17',
    statements,
    managed: (key?.manager ?? managerByName(parsed.document?.id?.value)) === 'AWS',
    broken: parsed.document === null || parsed.problems.some(({ severity }) => severity === 'error'),
    key,
    environment,
    author,
    account: arn?.account ?? (kind === 'key' ? accountThatAdministers(statements) : null),
    region: arn?.region ?? null,
  };
}

/** AWS calls the policies of its managed keys `auto-` and the service, mostly with a number behind. */
function managerByName(id = ''): KeyFacts['manager'] {
  return /^auto-[\w-]+$/.test(id) ? 'AWS' : 'CUSTOMER';
}

const known = new Map<string, readonly ActionName[]>();
const knownLimit = 4096;

/** The KMS actions that one value of an Action element covers. */
export function actionsOfPattern(pattern: string): readonly ActionName[] {
  const cached = known.get(pattern);
  if (cached !== undefined) return cached;
  const marked = markWildcards(pattern.toLowerCase());
  const names = actionNames.filter((name) => matchesPattern(marked, `kms:${name}`.toLowerCase()));
  if (known.size < knownLimit) known.set(pattern, names);
  return names;
}

/** The account that a principal ARN, or a bare account id, belongs to. */
export function accountOf(principal: string): string | null {
  if (/^\d{12}$/.test(principal)) return principal;
  const account = parseArn(principal)?.account ?? '';
  return /^\d{12}$/.test(account) ? account : null;
}

/** Where a finding about a whole statement points: its Sid, or its Effect. */
export function headOf({ sid, effect }: Statement): TextRange {
  return (sid ?? effect).range;
}

/** Where a finding about the whole policy points: the name of its Statement element. */
export function headOfPolicy({ root }: Pick<CheckContext, 'root'>): TextRange {
  const members = root?.type === 'object' ? root.members : [];
  const name = members.find((member) => member.name.value.toLowerCase() === 'statement')?.name;
  return name ? { start: name.start, end: name.end } : { start: 0, end: 0 };
}

/** How a statement is spoken of: its Sid, or its position from 1. */
export function labelOf({ sid, index }: Statement): string {
  return sid?.value || `${index + 1}`;
}

function view(statement: Statement): StatementView {
  const { action, principal, effect, conditions } = statement;
  return {
    statement,
    allow: effect.value === 'Allow',
    actions: action ? coveredBy(action) : new Set(),
    clauses: conditions.map((clause) => ({
      clause,
      key: clause.key.value.toLowerCase(),
      operator: parseOperator(clause.operator.value),
      values: clause.values.map(({ value }) => value),
    })),
    principals: principal && !principal.negated ? principal.values : [],
  };
}

function coveredBy({ negated, values }: NonNullable<Statement['action']>): ReadonlySet<ActionName> {
  const listed = new Set<ActionName>();
  for (const { value } of values) {
    for (const name of actionsOfPattern(value)) listed.add(name);
  }
  return negated ? new Set(actionNames.filter((name) => !listed.has(name))) : listed;
}

/**
 * Without the key's ARN: the one account that everything is left to, as in the default policy; without such a
 * statement, the one account that may change the policy.
 */
function accountThatAdministers(statements: readonly StatementView[]): string | null {
  const trusted = statements.filter(({ actions }) => actions.size === actionNames.length);
  return onlyAccount(trusted, isAccount) ?? onlyAccount(statements, () => true);
}

/** A whole account, not one of its users or roles. */
function isAccount(principal: string): boolean {
  return /^\d{12}$/.test(principal) || principal.endsWith(':root');
}

/** The account of all principals that may change the policy, and that a test takes; null when there are several. */
function onlyAccount(
  statements: readonly StatementView[],
  takes: (principal: string) => boolean,
): string | null {
  const accounts = new Set<string>();
  for (const { allow, actions, principals } of statements) {
    if (!allow || !actions.has('PutKeyPolicy')) continue;
    for (const { type, value } of principals) {
      const account = type === 'AWS' && takes(value) ? accountOf(value) : null;
      if (account !== null) accounts.add(account);
    }
  }
  const [only, second] = accounts;
  return second === undefined ? (only ?? null) : null;
}
