import type { ListElement, PrincipalEntry } from '../policy/types.ts';
import { iamResourceAt } from './arn.ts';
import type { ParsedCaller } from './caller.ts';

/**
 * How a policy's principal reaches a caller, weakest first. `account`: through the account, which only
 * lets IAM policies speak; `role`: by the role's ARN, so that boundary and session policy still limit;
 * `direct`: by the very user, session, service or `*`.
 */
export const Reach = { none: 0, account: 1, role: 2, direct: 3 } as const;
export type Reach = (typeof Reach)[keyof typeof Reach];

/** A Principal or NotPrincipal element. */
export type PrincipalElement = ListElement<PrincipalEntry>;

/**
 * Whether, and how, a Principal or NotPrincipal element reaches the caller.
 * @param knowsPath the caller's `roleArn` is its real one, path included
 */
export function reachOf(
  { negated, values }: PrincipalElement,
  caller: ParsedCaller,
  deny: boolean,
  knowsPath: boolean,
): Reach {
  if (!negated) return listed(values, caller, knowsPath);
  const exempt = deny
    ? everyIdentityListed(values, caller, knowsPath)
    : listed(values, caller, knowsPath) !== Reach.none;
  return exempt ? Reach.none : Reach.direct;
}

/** The strongest reach of any entry. */
function listed(entries: readonly PrincipalEntry[], caller: ParsedCaller, knowsPath: boolean): Reach {
  let best: Reach = Reach.none;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    const reach = entry === undefined ? Reach.none : reachOfEntry(entry, caller, knowsPath);
    if (reach > best) best = reach;
  }
  return best;
}

function reachOfEntry({ type, value }: PrincipalEntry, caller: ParsedCaller, knowsPath: boolean): Reach {
  if (type === '*') return Reach.direct;
  if (type === 'Service') return namesService(value, caller) ? Reach.direct : Reach.none;
  if (type !== 'AWS' || caller.account === null) return Reach.none;
  if (namesIdentity(value, caller)) return Reach.direct;
  if (namesRole(value, caller, knowsPath)) return Reach.role;
  if (!namesAccount(value, caller)) return Reach.none;
  // The account principal is not only the root user, but the root user it is.
  return caller.kind === 'root' ? Reach.direct : Reach.account;
}

function namesService(value: string, { kind, name }: ParsedCaller): boolean {
  return kind === 'service' && value.toLowerCase() === name.toLowerCase();
}

/** A user, role session or federated user by its ARN. */
function namesIdentity(value: string, { kind, arn }: ParsedCaller): boolean {
  return value === arn && kind !== 'role' && kind !== 'root';
}

/** A role by its ARN; by account and name for a session, whose ARN does not tell the role's path. */
function namesRole(value: string, caller: ParsedCaller, knowsPath: boolean): boolean {
  const { roleArn, kind, name, account } = caller;
  if (roleArn === null || account === null) return false;
  if (knowsPath || kind === 'role') return value === roleArn;
  if (!value.endsWith(name) || value.charCodeAt(value.length - name.length - 1) !== slash) return false;
  const at = iamResourceAt(value, account);
  return at >= 0 && value.startsWith('role/', at);
}

const slash = 47;

/** An account by its number or its root ARN. */
function namesAccount(value: string, { account }: ParsedCaller): boolean {
  if (value === account) return true;
  if (account === null || !value.endsWith(':root')) return false;
  return iamResourceAt(value, account) === value.length - 'root'.length;
}

/**
 * A Deny with NotPrincipal spares a caller only when all of its identities are listed: the session,
 * the role behind it and the account. Source: IAM User Guide, NotPrincipal.
 */
function everyIdentityListed(
  entries: readonly PrincipalEntry[],
  caller: ParsedCaller,
  knowsPath: boolean,
): boolean {
  if (caller.account === null) return listed(entries, caller, knowsPath) !== Reach.none;
  if (entries.some(({ type }) => type === '*')) return true;
  const aws = entries.filter(({ type }) => type === 'AWS');
  if (!aws.some(({ value }) => namesAccount(value, caller))) return false;
  const byRole = () => aws.some(({ value }) => namesRole(value, caller, knowsPath));
  const byIdentity = () => aws.some(({ value }) => namesIdentity(value, caller));
  switch (caller.kind) {
    case 'root':
      return true;
    case 'role':
      return byRole();
    case 'roleSession':
      return byRole() && byIdentity();
    default:
      return byIdentity();
  }
}
