/* The world's policies, as the authorizer asks for them, and the authorizers made of them. */
import { prepareAuthorizer } from '../../authorize/authorize.ts';
import type {
  Authorizer,
  Caller,
  Environment,
  Grant,
  KeyEntry,
  OrganizationLevel,
} from '../../authorize/types.ts';
import type { Draft } from '../../world/draft.ts';
import type { AccountRecord, GrantRecord, KeyRecord, PolicyLevel } from '../../world/types.ts';
import type { KnownCaller } from './call.ts';

const keptAuthorizers = 512;

/** An authorizer with what it was made of. */
interface Prepared {
  readonly environment: Environment;
  readonly authorizer: Authorizer;
}

/** Prepared authorizers by key and caller, kept until something they were made of changes. */
export class AuthorizerCache {
  private readonly byKey = new Map<string, Map<string, Prepared>>();
  private size = 0;

  /** @param key null for what no key policy speaks of */
  find(draft: Draft, caller: KnownCaller, key: KeyRecord | null): Prepared {
    if (key !== null && draft.group('grants', key.arn).some((grant) => isPending(draft, grant))) {
      return prepare(draft, caller, key);
    }
    const keyName = key?.arn ?? '';
    const callerName = JSON.stringify([caller.parsed.arn, caller.given.sessionPolicies ?? null]);
    const known = this.byKey.get(keyName)?.get(callerName);
    if (known) return known;
    if (this.size >= keptAuthorizers) this.clear();
    const prepared = prepare(draft, caller, key);
    const ofKey = this.byKey.get(keyName) ?? new Map<string, Prepared>();
    this.byKey.set(keyName, ofKey.set(callerName, prepared));
    this.size += 1;
    return prepared;
  }

  forget(keyArn: string): void {
    this.size -= this.byKey.get(keyArn)?.size ?? 0;
    this.byKey.delete(keyArn);
  }

  clear(): void {
    this.byKey.clear();
    this.size = 0;
  }
}

function prepare(draft: Draft, caller: KnownCaller, key: KeyRecord | null): Prepared {
  const environment = environmentFor(draft, caller, key);
  return { environment, authorizer: prepareAuthorizer(environment) };
}

/** All that policies, grants and organizations say of a caller and, if there is one, a key. */
export function environmentFor(draft: Draft, caller: KnownCaller, key: KeyRecord | null): Environment {
  const accounts = draft.all('accounts');
  const home = accounts.find(({ organizationId }) => organizationId !== null);
  const manager = accounts.find(({ isManagementAccount }) => isManagementAccount);
  const members = accounts.filter(({ organizationId }) => organizationId !== null);
  return {
    callers: callersOf(caller),
    ...(key !== null && keyPart(draft, key)),
    ...(home?.organizationId != null && {
      organization: {
        id: home.organizationId,
        accounts: members.map(({ id }) => id),
        ...(manager !== undefined && { managementAccount: manager.id }),
      },
    }),
  };
}

function keyPart(draft: Draft, key: KeyRecord): Omit<KeyEntry, 'key'> & Pick<Environment, 'key'> {
  const core = draft.core(key);
  return {
    key: {
      arn: key.arn,
      aliases: draft.group('aliases', key.arn).map(({ name }) => name),
      keySpec: core.keySpec,
      keyUsage: core.keyUsage,
      origin: core.origin,
      manager: key.manager,
      multiRegion: core.multiRegion,
      ...(core.multiRegion && {
        multiRegionKeyType: core.primaryRegion === key.region ? ('PRIMARY' as const) : ('REPLICA' as const),
      }),
      tags: Object.fromEntries(key.tags.map((tag) => [tag.key, tag.value])),
    },
    resourcePolicy: { text: key.policy },
    grants: draft.group('grants', key.arn).map((grant) => grantOf(draft, grant)),
    rcps: levelsOf(draft.get('accounts', key.account)?.rcps ?? []),
  };
}

/** A new grant counts without its token only after a while. */
function isPending({ settings, now }: Draft, { createdAt }: GrantRecord): boolean {
  return now < createdAt + settings.grantDelaySeconds * 1000;
}

function grantOf(draft: Draft, grant: GrantRecord): Grant {
  const { grantId, operations, issuingAccount } = grant;
  return {
    grantId,
    operations,
    issuingAccount,
    pending: isPending(draft, grant),
    ...(grant.granteePrincipal !== null && { granteePrincipal: grant.granteePrincipal }),
    ...(grant.granteeServicePrincipal !== null && { granteeServicePrincipal: grant.granteeServicePrincipal }),
    ...(grant.retiringPrincipal !== null && { retiringPrincipal: grant.retiringPrincipal }),
    ...(grant.retiringServicePrincipal !== null && {
      retiringServicePrincipal: grant.retiringServicePrincipal,
    }),
    ...(grant.constraints !== null && { constraints: grant.constraints }),
  };
}

function levelsOf(levels: readonly PolicyLevel[]): OrganizationLevel[] {
  return levels.map(({ name, policies }) => ({ orgIdentifier: name, policies }));
}

/** The caller with all that is attached to it; a session has what its role has, and policies of its own. */
function callersOf({ parsed, account, given }: KnownCaller): Caller[] {
  if (account === null) return [];
  const identity = identityOf(account, parsed.roleArn ?? parsed.arn, parsed.name);
  const callers: Caller[] = [
    {
      arn: identity?.arn ?? parsed.arn,
      identityPolicies: identity?.policies ?? [],
      permissionBoundaries: identity?.permissionsBoundary ? [identity.permissionsBoundary] : null,
      scps: levelsOf(account.scps),
      tags: identity?.tags ?? {},
    },
  ];
  if (given.sessionPolicies !== undefined && parsed.kind === 'roleSession') {
    callers.push({ arn: parsed.arn, sessionPolicies: given.sessionPolicies });
  }
  return callers;
}

/** The user or role behind a caller. A session's ARN does not tell its role's path. */
export function identityOf(account: AccountRecord, arn: string, name: string) {
  return (
    account.identities.find((one) => one.arn === arn) ??
    account.identities.find((one) => one.arn.includes(':role/') && one.arn.endsWith(`/${name}`))
  );
}
