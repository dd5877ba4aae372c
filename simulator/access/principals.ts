/*
 * Whom to ask about: the identities that an environment lists, those that its key policy and grants
 * name, and stand-ins for whoever is let in without a name.
 */
import type { Caller, Environment } from '../authorize/types.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Statement } from '../policy/types.ts';
import { textOf } from './documents.ts';
import type { KnownPrincipal, PrincipalOrigin } from './types.ts';

/** The account of the stand-in for everybody that no policy names. */
export const outsideAccount = '999999999999';

const exampleAccount = '111122223333';
const exampleKeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

/** Attached to principals whose IAM policies are not known. */
const allOfKms = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
} as const;

/** What policies and grants say about who may come. */
interface Mentioned {
  /** By ARN or service principal. */
  readonly named: Map<string, PrincipalOrigin>;
  readonly accounts: Set<string>;
  anyone: boolean;
}

function statementsOf({ resourcePolicy }: Environment): readonly Statement[] {
  if (resourcePolicy === null || resourcePolicy === undefined) return [];
  return parsePolicy(textOf(resourcePolicy), 'key').document?.statements ?? [];
}

function mention(principal: string, origin: PrincipalOrigin, mentioned: Mentioned): void {
  const caller = parseCaller(principal);
  if (caller === null) return;
  if (caller.kind === 'root' && caller.account !== null) mentioned.accounts.add(caller.account);
  else if (!mentioned.named.has(principal)) mentioned.named.set(principal, origin);
}

function readStatement(statement: Statement, mentioned: Mentioned): void {
  const { principal, effect, conditions } = statement;
  const open =
    effect.value === 'Allow' && (principal?.negated || principal?.values.some(({ type }) => type === '*'));
  if (open) mentioned.anyone = true;
  for (const { value, type } of principal?.values ?? []) {
    if (type === 'AWS' || type === 'Service') mention(value, 'keyPolicy', mentioned);
  }
  for (const { key, values } of conditions) {
    for (const { value } of values) mentionInCondition(key.value.toLowerCase(), value, mentioned);
  }
}

/** Conditions that say who: an example of each is worth asking about. */
function mentionInCondition(key: string, value: string, mentioned: Mentioned): void {
  if (value.includes('${')) return;
  if (key === 'aws:principalarn') {
    const account = parseArn(value)?.account ?? '';
    const filled = /[*?]/.test(account) ? value.replace(account, exampleAccount) : value;
    mention(filled.replaceAll('*', 'example').replaceAll('?', 'x'), 'condition', mentioned);
  } else if (key === 'kms:calleraccount' || key === 'aws:principalaccount') {
    if (/^\d{12}$/.test(value)) mentioned.accounts.add(value);
  } else if (key === 'aws:principalservicename') {
    mention(value, 'condition', mentioned);
  } else if (key === 'aws:sourcearn' && mentioned.anyone) {
    const service = parseArn(value)?.service ?? '';
    if (/^[a-z0-9-]+$/.test(service)) mention(`${service}.amazonaws.com`, 'condition', mentioned);
  }
}

/** The account that owns the key. */
export function ownerOf(environment: Environment): string {
  const own = environment.key?.arn === undefined ? undefined : parseArn(environment.key.arn)?.account;
  if (own) return own;
  for (const { principal } of statementsOf(environment)) {
    for (const { value } of principal?.values ?? []) {
      const account = parseCaller(value)?.account;
      if (account) return account;
    }
  }
  return parseCaller(environment.callers?.[0]?.arn ?? '')?.account ?? exampleAccount;
}

/** The environment with an ARN for its key, made up where none is given. */
export function withKeyArn(
  environment: Environment,
): Environment & { readonly key: { readonly arn: string } } {
  const arn = environment.key?.arn ?? `arn:aws:kms:us-east-1:${ownerOf(environment)}:key/${exampleKeyId}`;
  return { ...environment, key: { ...environment.key, arn } };
}

export interface PrincipalOptions {
  /** Where identities of an account are known, ask about its root user too. */
  readonly roots: boolean;
}

/** Everybody that the environments, taken together, know of. */
export function knownPrincipals(
  environments: readonly Environment[],
  { roots }: PrincipalOptions,
): readonly KnownPrincipal[] {
  const mentioned: Mentioned = { named: new Map(), accounts: new Set(), anyone: false };
  for (const environment of environments) {
    for (const { arn } of environment.callers ?? []) {
      if (parseCaller(arn) !== null) mentioned.named.set(arn, 'caller');
    }
  }
  for (const environment of environments) {
    const statements = statementsOf(environment);
    for (const statement of statements) readStatement(statement, mentioned);
    for (const { granteePrincipal, granteeServicePrincipal, retiringPrincipal } of environment.grants ?? []) {
      for (const principal of [granteePrincipal, granteeServicePrincipal, retiringPrincipal]) {
        if (principal !== undefined) mention(principal, 'grant', mentioned);
      }
    }
    if (mentioned.anyone) mentioned.accounts.add(ownerOf(environment));
  }
  return asPrincipals(mentioned, environments, roots);
}

function asPrincipals(
  { named, accounts, anyone }: Mentioned,
  environments: readonly Environment[],
  roots: boolean,
): readonly KnownPrincipal[] {
  const listed = environments.some(({ identityPolicies }) => (identityPolicies ?? []).length > 0);
  const owners = new Set(environments.map(ownerOf));
  const found = [...named].map(([principal, origin]): KnownPrincipal => {
    const caller = parseCaller(principal);
    const account = caller?.account ?? null;
    const abroad = account !== null && !owners.has(account) && !caller?.serviceLinked;
    // A principal of another account needs an IAM allow there, of which the key's owner knows nothing. A
    // service-linked role has the policies of its service, and they do not name other accounts' keys.
    const assumed = abroad && origin !== 'caller' && !listed;
    return { principal, origin, account, assumed };
  });
  const peopled = new Set(found.filter(({ origin }) => origin === 'caller').map(({ account }) => account));
  for (const account of [...accounts].sort()) {
    if (!peopled.has(account)) found.push(standIn(account, 'account'));
    else if (roots) {
      const principal = `arn:aws:iam::${account}:root`;
      if (!named.has(principal)) found.push({ principal, origin: 'root', account, assumed: false });
    }
  }
  if (anyone) found.push(standIn(outsideAccount, 'outsider'));
  return found;
}

function standIn(account: string, origin: 'account' | 'outsider'): KnownPrincipal {
  return { principal: `arn:aws:iam::${account}:user/any-identity`, origin, account, assumed: true };
}

/** Principals by name, as far as they can call. */
export function askedPrincipals(names: readonly string[]): readonly KnownPrincipal[] {
  return names.map((principal) => ({
    principal,
    origin: 'asked',
    account: parseCaller(principal)?.account ?? null,
    assumed: false,
  }));
}

/** The environment with policies for those principals whose own are not known. */
export function withAssumed(environment: Environment, principals: readonly KnownPrincipal[]): Environment {
  const members = environment.organization?.accounts;
  const added = principals
    .filter(({ assumed, principal }) => assumed && !environment.callers?.some(({ arn }) => arn === principal))
    .map(({ principal, account, origin }): Caller => {
      const elsewhere = origin === 'outsider' || (members !== undefined && !members.includes(account ?? ''));
      return { arn: principal, identityPolicies: [allOfKms], ...(elsewhere && { scps: [] }) };
    });
  if (added.length === 0) return environment;
  const { organization } = environment;
  const inside = principals.filter(({ origin }) => origin !== 'outsider').map(({ account }) => account ?? '');
  return {
    ...environment,
    callers: [...(environment.callers ?? []), ...added],
    // Without a list every account counts as a member; the outsider must not.
    ...(organization && {
      organization: { ...organization, accounts: members ?? [...new Set([ownerOf(environment), ...inside])] },
    }),
  };
}
