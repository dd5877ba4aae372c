import type { ListElement, PrincipalEntry } from '../policy/types.ts';
import { parseArn } from './arn.ts';
import type { ParsedCaller } from './caller.ts';

/**
 * How a policy's principal reaches a caller, weakest first. `account`: through the account, which only
 * lets IAM policies speak; `role`: by the role's ARN, so that boundary and session policy still limit;
 * `direct`: by the very user, session, service or `*`.
 */
export const Reach = { none: 0, account: 1, role: 2, direct: 3 } as const;
export type Reach = (typeof Reach)[keyof typeof Reach];

export interface PrincipalMatcher {
  readonly negated: boolean;
  readonly anyone: boolean;
  readonly accounts: ReadonlySet<string>;
  /** Users, role sessions, federated users, by ARN. */
  readonly arns: ReadonlySet<string>;
  /** Roles by ARN, and by `account/name` for sessions, whose ARN does not tell the path. */
  readonly roleArns: ReadonlySet<string>;
  readonly roleNames: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** Sorts the entries of a Principal element by what they can match. */
export function compilePrincipal(element: ListElement<PrincipalEntry>): PrincipalMatcher {
  const accounts = new Set<string>();
  const arns = new Set<string>();
  const roleArns = new Set<string>();
  const roleNames = new Set<string>();
  const services = new Set<string>();
  let anyone = false;
  for (const { type, value } of element.values) {
    if (type === '*') anyone = true;
    else if (type === 'Service') services.add(value.toLowerCase());
    else if (type === 'AWS') {
      const arn = parseArn(value);
      if (arn === null) {
        if (/^\d{12}$/.test(value)) accounts.add(value);
      } else if (arn.service === 'iam' && arn.resource === 'root') accounts.add(arn.account);
      else if (arn.service === 'iam' && arn.resource.startsWith('role/')) {
        roleArns.add(value);
        roleNames.add(`${arn.account}/${arn.resource.slice(arn.resource.lastIndexOf('/') + 1)}`);
      } else arns.add(value);
    }
  }
  return { negated: element.negated, anyone, accounts, arns, roleArns, roleNames, services };
}

/**
 * Whether, and how, a Principal or NotPrincipal element reaches the caller.
 * @param knowsPath the caller's `roleArn` is its real one, path included
 */
export function reachOf(
  matcher: PrincipalMatcher,
  caller: ParsedCaller,
  deny: boolean,
  knowsPath: boolean,
): Reach {
  if (!matcher.negated) return listed(matcher, caller, knowsPath);
  const exempt = deny
    ? everyIdentityListed(matcher, caller, knowsPath)
    : listed(matcher, caller, knowsPath) !== Reach.none;
  return exempt ? Reach.none : Reach.direct;
}

function listed(matcher: PrincipalMatcher, caller: ParsedCaller, knowsPath: boolean): Reach {
  if (matcher.anyone) return Reach.direct;
  const { account } = caller;
  if (account === null) {
    return caller.kind === 'service' && matcher.services.has(caller.name.toLowerCase())
      ? Reach.direct
      : Reach.none;
  }
  if (matcher.arns.has(caller.arn)) return Reach.direct;
  const viaAccount = matcher.accounts.has(account);
  // The account principal is not only the root user, but the root user it is.
  if (caller.kind === 'root') return viaAccount ? Reach.direct : Reach.none;
  if (roleListed(matcher, caller, knowsPath)) return Reach.role;
  return viaAccount ? Reach.account : Reach.none;
}

function roleListed(matcher: PrincipalMatcher, caller: ParsedCaller, knowsPath: boolean): boolean {
  if (caller.roleArn === null) return false;
  return knowsPath || caller.kind === 'role'
    ? matcher.roleArns.has(caller.roleArn)
    : matcher.roleNames.has(`${caller.account}/${caller.name}`);
}

/**
 * A Deny with NotPrincipal spares a caller only when all of its identities are listed: the session,
 * the role behind it and the account. Source: IAM User Guide, NotPrincipal.
 */
function everyIdentityListed(matcher: PrincipalMatcher, caller: ParsedCaller, knowsPath: boolean): boolean {
  if (matcher.anyone) return true;
  if (caller.account === null) return listed(matcher, caller, knowsPath) !== Reach.none;
  if (!matcher.accounts.has(caller.account)) return false;
  switch (caller.kind) {
    case 'root':
      return true;
    case 'role':
      return roleListed(matcher, caller, knowsPath);
    case 'roleSession':
      return roleListed(matcher, caller, knowsPath) && matcher.arns.has(caller.arn);
    default:
      return matcher.arns.has(caller.arn);
  }
}
