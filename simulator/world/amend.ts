/*
 * Changes that do not come by a call of KMS: what IAM and Organizations hold, and key policies as somebody edits them
 * beside the world.
 */
import {
  type AccessKeyDefinition,
  defineAccessKey,
  defineAccount,
  defineBoundary,
  defineLevels,
  type LevelDefinition,
  type PolicyDefinition,
  policyText,
} from './definition.ts';
import type { Draft } from './draft.ts';
import type { AccountRecord, IdentityRecord, NamedPolicy } from './types.ts';
import { roleId, uniqueId } from './unique-id.ts';

/** What is to be otherwise in a world. What is not named stays. */
export interface WorldChanges {
  /** By account id; the account must be there. */
  readonly accounts?: Readonly<Record<string, AccountChanges>>;
  /** By key ARN; the key must be there. Taken as it is, without KMS's checks of a key policy. */
  readonly keyPolicies?: Readonly<Record<string, PolicyDefinition>>;
  /** Accounts that are not there yet; those that are stay as they are. */
  readonly newAccounts?: readonly string[];
  /** By access key id; null takes it away. */
  readonly accessKeys?: Readonly<Record<string, AccessKeyDefinition | null>>;
}

export interface AccountChanges {
  /** By name, as in the definition. One that is not there is added; null takes it away. */
  readonly users?: Readonly<Record<string, IdentityChanges | null>>;
  readonly roles?: Readonly<Record<string, IdentityChanges | null>>;
  /** All levels, in the place of those before. */
  readonly scps?: readonly LevelDefinition[];
  readonly rcps?: readonly LevelDefinition[];
}

export interface IdentityChanges {
  /** By name: added or replaced; null detaches. Policies of other names stay. */
  readonly policies?: Readonly<Record<string, PolicyDefinition | null>>;
  /** Null takes it away. */
  readonly permissionsBoundary?: PolicyDefinition | null;
  /** All tags, in the place of those before. */
  readonly tags?: Readonly<Record<string, string>>;
  /** A role: who may assume it. */
  readonly trustPolicy?: PolicyDefinition;
}

/** A key policy in which principals that are gone are shown by their unique ids, given by ARN. */
export type ShowIds = (policy: string, ids: ReadonlyMap<string, string>) => string;

/**
 * Writes the changes into a draft. Throws for an account or a key that the world does not hold.
 * @param showIds what becomes of the policies of keys when identities are taken away
 */
export function amendWorld(
  draft: Draft,
  { newAccounts = [], accounts = {}, keyPolicies = {}, accessKeys = {} }: WorldChanges,
  showIds: ShowIds,
): void {
  for (const id of newAccounts) {
    if (draft.get('accounts', id) === undefined) draft.put('accounts', defineAccount({ id }, {}, []));
  }
  for (const [id, changes] of Object.entries(accounts)) {
    const account = draft.get('accounts', id);
    if (account === undefined) throw new Error(`no account ${id}`);
    draft.put('accounts', amendAccount(account, changes));
    forgetGone(draft, id, changes, showIds);
  }
  for (const [arn, policy] of Object.entries(keyPolicies)) {
    draft.updateKey(draft.key(arn), { policy: policyText(policy) });
  }
  for (const [id, key] of Object.entries(accessKeys)) {
    if (key === null) draft.drop('accessKeys', id);
    else draft.put('accessKeys', defineAccessKey(id, key));
  }
}

/**
 * KMS knows principals by their ids: what key policies and grants give to one that is gone is not for another by its
 * name.
 */
function forgetGone(
  draft: Draft,
  account: string,
  { users = {}, roles = {} }: AccountChanges,
  showIds: ShowIds,
): void {
  const gone = new Map<string, string>();
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  for (const [path, change] of Object.entries(roles)) {
    if (change === null) gone.set(`arn:aws:iam::${account}:role/${path}`, roleId(account, nameOf(path)));
  }
  for (const [path, change] of Object.entries(users)) {
    const arn = `arn:aws:iam::${account}:user/${path}`;
    if (change === null) gone.set(arn, uniqueId('AIDA', arn));
  }
  if (gone.size === 0) return;
  for (const key of draft.all('keys')) {
    const policy = showIds(key.policy, gone);
    if (policy !== key.policy) draft.updateKey(key, { policy });
  }
  for (const grant of draft.all('grants')) {
    const { granteePrincipal: grantee, retiringPrincipal: retiring } = grant;
    const granteePrincipal = gone.get(grantee ?? '') ?? grantee;
    const retiringPrincipal = gone.get(retiring ?? '') ?? retiring;
    if (granteePrincipal === grantee && retiringPrincipal === retiring) continue;
    draft.put('grants', { ...grant, granteePrincipal, retiringPrincipal });
  }
}

function amendAccount(account: AccountRecord, { users, roles, scps, rcps }: AccountChanges): AccountRecord {
  const prefix = `arn:aws:iam::${account.id}:`;
  const withUsers = amendIdentities(account.identities, users, `${prefix}user/`);
  return {
    ...account,
    identities: amendIdentities(withUsers, roles, `${prefix}role/`),
    ...(scps !== undefined && { scps: defineLevels(scps) }),
    ...(rcps !== undefined && { rcps: defineLevels(rcps) }),
  };
}

function amendIdentities(
  identities: readonly IdentityRecord[],
  changes: Readonly<Record<string, IdentityChanges | null>> = {},
  prefix: string,
): readonly IdentityRecord[] {
  // A map keeps the place of what it replaces.
  const byArn = new Map(identities.map((identity) => [identity.arn, identity]));
  for (const [name, change] of Object.entries(changes)) {
    const arn = prefix + name;
    if (change === null) byArn.delete(arn);
    else byArn.set(arn, amendIdentity(byArn.get(arn) ?? newIdentity(arn), change));
  }
  return [...byArn.values()];
}

const newIdentity = (arn: string): IdentityRecord => ({
  arn,
  policies: [],
  permissionsBoundary: null,
  tags: {},
});

function amendIdentity(identity: IdentityRecord, changes: IdentityChanges): IdentityRecord {
  const { policies, permissionsBoundary: boundary, tags, trustPolicy } = changes;
  return {
    ...identity,
    ...(policies !== undefined && { policies: amendPolicies(identity.policies, policies) }),
    ...(boundary !== undefined && {
      permissionsBoundary: boundary === null ? null : defineBoundary(boundary),
    }),
    ...(tags !== undefined && { tags }),
    ...(trustPolicy !== undefined && { trustPolicy: policyText(trustPolicy) }),
  };
}

function amendPolicies(
  policies: readonly NamedPolicy[],
  changes: Readonly<Record<string, PolicyDefinition | null>>,
): readonly NamedPolicy[] {
  const byName = new Map(policies.map((policy) => [policy.name, policy]));
  for (const [name, policy] of Object.entries(changes)) {
    if (policy === null) byName.delete(name);
    else byName.set(name, { name, text: policyText(policy) });
  }
  return [...byName.values()];
}
