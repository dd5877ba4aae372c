/* A statement of a policy in one sentence. */
import type { ClauseView } from '../findings/context.ts';
import type { ParsedCaller } from '../match/caller.ts';
import type { PolicyKind, PrincipalEntry, Statement } from '../policy/types.ts';

/** A principal with what its name tells. */
export interface NamedPrincipal extends PrincipalEntry {
  /** Null for what cannot call, and for everybody. */
  readonly caller: ParsedCaller | null;
}

export interface StatementParts {
  readonly statement: Statement;
  readonly principals: readonly NamedPrincipal[];
  readonly clauses: readonly ClauseView[];
}

function joined(words: readonly string[], conjunction: 'and' | 'or' | 'nor'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Who a principal is, for the middle of a sentence. */
export function namePrincipal({ type, value, caller }: NamedPrincipal): string {
  if (type === '*') return 'everybody';
  if (type === 'Service') return `the service ${value}`;
  if (caller === null) return value;
  const { account, name } = caller;
  switch (caller.kind) {
    case 'root':
      return `account ${account}`;
    case 'user':
      return `user ${name} of account ${account}`;
    case 'role':
      return `role ${name} of account ${account}`;
    case 'roleSession':
      return `session ${value.slice(value.lastIndexOf('/') + 1)} of role ${name} of account ${account}`;
    case 'federatedUser':
      return `federated user ${name} of account ${account}`;
    default:
      return value;
  }
}

/** Who a principal is, in a sentence or two. */
export function describePolicyPrincipal(principal: NamedPrincipal): string {
  const { type, value, caller } = principal;
  if (type === '*')
    return 'Everybody, of every AWS account. Callers of other accounts also need an IAM policy there.';
  if (type === 'Service') return 'An AWS service that calls as itself, not on behalf of a user or role.';
  if (type !== 'AWS') return `${type}: ${value}`;
  if (caller === null) return 'This is no ARN of a user, role, session or account.';
  const name = namePrincipal(principal);
  switch (caller.kind) {
    case 'root':
      return `${name[0]?.toUpperCase()}${name.slice(1)}: the account, not a person. Its IAM policies decide who of it may; its root user may too.`;
    case 'role':
      return `The ${name}: whoever has assumed it, in any session.`;
    case 'roleSession':
      return `The ${name}, and no other session of the role.`;
    default:
      return `The ${name}.`;
  }
}

function who({ statement: { principal }, principals }: StatementParts): string {
  if (!principal) return 'whoever it is attached to';
  if (principal.values.length === 0) return 'nobody';
  const names = principals.map(namePrincipal);
  return principal.negated ? `everybody but ${joined(names, 'and')}` : joined(names, 'and');
}

/** `kms:` goes without saying. */
const short = (action: string) => action.replace(/^kms:(?=[A-Za-z])/i, '');

function actionsOf({ action }: Statement): string {
  if (!action || action.values.length === 0) return 'nothing';
  const names = action.values.map(({ value }) => value);
  if (action.negated) return `everything but ${joined(names.map(short), 'and')}`;
  if (names.includes('*')) return 'everything';
  return names.some((name) => /^kms:\*$/i.test(name)) ? 'everything in KMS' : joined(names.map(short), 'and');
}

function resourcesOf({ resource }: Statement, kind: PolicyKind): string {
  if (!resource || resource.values.length === 0) return 'on nothing, since no Resource is given';
  const names = resource.values.map(({ value }) => value);
  if (names.includes('*') && !resource.negated) return kind === 'key' ? 'on this key' : 'on every resource';
  return `on ${resource.negated ? 'everything but ' : ''}${joined(names, 'and')}`;
}

const orders = {
  less: 'is less than',
  lessOrEqual: 'is at most',
  greater: 'is greater than',
  greaterOrEqual: 'is at least',
} as const;

/** One condition, for the middle of a sentence. */
export function describeClause({ clause, operator, values }: ClauseView): string {
  const key = clause.key.value;
  const first = values[0] ?? 'nothing';
  if (operator === null) return `${key} (by ${clause.operator.value}, which is no operator) ${first}`;
  const { row, set, ifExists } = operator;
  if (row.type === 'Null') return `${key} is ${/^true$/i.test(first) ? 'absent' : 'present'}`;
  const subject =
    set === 'ForAllValues' ? `every value of ${key}` : set === 'ForAnyValue' ? `some value of ${key}` : key;
  const shown = values.length === 0 ? 'nothing' : joined(values, row.negated ? 'nor' : 'or');
  const patterns = row.wildcards && /[*?]/.test(shown);
  const verb = row.order
    ? orders[row.order]
    : row.type === 'IpAddress'
      ? `is ${row.negated ? 'not ' : ''}in`
      : patterns
        ? `${row.negated ? 'does not fit' : 'fits'}`
        : `is${row.negated ? ' not' : ''}`;
  return `${subject} ${verb} ${shown}${ifExists ? ' or is absent' : ''}`;
}

/** Whether a statement speaks to accounts alone, so that their IAM policies decide. */
function delegates({ statement, principals }: StatementParts): boolean {
  const { principal, effect } = statement;
  return (
    effect.value === 'Allow' &&
    principal !== undefined &&
    !principal.negated &&
    principals.length > 0 &&
    principals.every(({ caller }) => caller?.kind === 'root')
  );
}

/** Kinds whose Allow gives nothing by itself. */
const limits: ReadonlySet<PolicyKind> = new Set(['scp', 'rcp', 'boundary', 'session', 'endpoint']);

/** A statement in one sentence of plain English. */
export function describePolicyStatement(parts: StatementParts, kind: PolicyKind): string {
  const { statement, clauses } = parts;
  const what = `${actionsOf(statement)} ${resourcesOf(statement, kind)}`;
  const when = clauses.length > 0 ? `, if ${joined(clauses.map(describeClause), 'and')}` : '';
  if (statement.effect.value === 'Deny') return `Forbids ${who(parts)}: ${what}${when}.`;
  if (delegates(parts) && kind === 'key') {
    const one = parts.principals.length === 1;
    return `Lets ${who(parts)} decide by ${one ? 'its' : 'their'} own IAM policies who may do ${what}${when}.`;
  }
  if (limits.has(kind)) return `Leaves open to ${who(parts)}, without giving it: ${what}${when}.`;
  return `Allows ${who(parts)}: ${what}${when}.`;
}
