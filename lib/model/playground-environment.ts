/* The world and its documents as the fixed part of a decision: everything but the request. */
import type {
  Caller,
  Environment,
  KeyEntry,
  OrganizationLevel,
  PolicyKind,
  PolicyRef,
  PolicyText,
} from '@/simulator/index.ts';
import { readGrants } from './grant-list.ts';
import { groupBy } from './group-by.ts';
import type { DocumentKind, PlaygroundDocument, PlaygroundState, Policies } from './playground.ts';

/** An environment that knows which document each of its policies was read from. */
export interface WorldEnvironment {
  readonly environment: Environment;
  /** The document of a policy of a decision, or of a proposed change. */
  documentOf(ref: Pick<PolicyRef, 'kind' | 'index'> & { readonly text?: string }): string | undefined;
}

const policyText = ({ text, name, disabled }: PlaygroundDocument): PolicyText => ({ text, name, disabled });
const accountOf = (arn: string) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? null;

const none: readonly PlaygroundDocument[] = [];

/** The documents of a world in the order in which the authorizer reads them. */
class Documents {
  private readonly order: Partial<Record<PolicyKind, string[]>> = {};
  private readonly policies: Policies;
  private readonly byKind: ReadonlyMap<string, readonly PlaygroundDocument[]>;

  constructor(policies: Policies) {
    this.policies = policies;
    this.byKind = groupBy(policies.documents, ({ kind }) => kind);
  }

  ofKind(kind: DocumentKind): readonly PlaygroundDocument[] {
    return this.byKind.get(kind) ?? none;
  }

  /** What is attached to an identity, or, for null, to whoever calls. */
  attached(kind: DocumentKind & PolicyKind, arn: string | null): readonly PolicyText[] | null {
    const list = this.ofKind(kind).filter(({ attachedTo }) => attachedTo === undefined || attachedTo === arn);
    return list.length > 0 ? this.read(kind, list) : null;
  }

  /** Levels of the organization from its root down, as far as they are above an account. */
  levels(kind: 'scp' | 'rcp', account: string | null): readonly OrganizationLevel[] | null {
    const above = this.ofKind(kind).filter(({ level = 'Root' }) => this.isAbove(level, account));
    const byLevel = groupBy(above, ({ level = 'Root' }) => level);
    const list = Array.from(byLevel, ([orgIdentifier, documents]) => ({
      orgIdentifier,
      policies: this.read(kind, documents),
    }));
    return list.length > 0 ? list : null;
  }

  /** Whether an account has policies of the organization to itself, or as one of a unit. */
  hasOwnLevels(account: string): boolean {
    const own = (kind: 'scp' | 'rcp', of: string | null) =>
      this.ofKind(kind).filter(({ level = 'Root' }) => this.isAbove(level, of)).length;
    return own('scp', account) !== own('scp', null);
  }

  private isAbove(level: string, account: string | null): boolean {
    if (/^\d{12}$/.test(level)) return level === account;
    const unit = this.policies.world.organization?.units.find(({ name }) => name === level);
    return unit === undefined || (account !== null && unit.accounts.includes(account));
  }

  read(kind: PolicyKind, documents: readonly PlaygroundDocument[]): readonly PolicyText[] {
    this.order[kind] = [...(this.order[kind] ?? []), ...documents.map(({ id }) => id)];
    return documents.map(policyText);
  }

  find(kind: PolicyKind, index: number): string | undefined {
    return this.order[kind]?.[index];
  }
}

function callerOf(documents: Documents, arn: string, tags: Caller['tags']): Caller {
  return {
    arn,
    identityPolicies: documents.attached('identity', arn) ?? [],
    permissionBoundaries: documents.attached('boundary', arn),
    sessionPolicies: documents.attached('session', arn),
    scps: documents.levels('scp', accountOf(arn)) ?? [],
    ...(tags && { tags }),
  };
}

function keyEntry(
  documents: Documents,
  key: KeyEntry['key'],
  isFirst: boolean,
): KeyEntry & { readonly document: PlaygroundDocument | undefined } {
  const own = (kind: 'key' | 'grants') =>
    documents
      .ofKind(kind)
      .filter(({ attachedTo }) => (attachedTo === undefined ? isFirst : attachedTo === key.arn));
  const document = own('key')[0];
  const grants = own('grants').flatMap(({ text }) => readGrants(text));
  return {
    key,
    document,
    resourcePolicy: document ? policyText(document) : null,
    grants: grants.length > 0 ? grants : null,
    rcps: documents.levels('rcp', accountOf(key.arn)),
  };
}

/**
 * A world as an environment around one of its keys, with the others beside it. `principal`, where the world does not
 * list it, gets what the organization attaches to its account.
 */
export function worldEnvironment(policies: Policies, keyArn: string, principal = ''): WorldEnvironment {
  const { world } = policies;
  const documents = new Documents(policies);
  // In the order of the authorizer: what anybody has, what each caller has, what the key's owner has.
  const anybody = {
    identityPolicies: documents.attached('identity', null) ?? [],
    permissionBoundaries: documents.attached('boundary', null),
    sessionPolicies: documents.attached('session', null),
    scps: documents.levels('scp', null),
  };
  const callers = listedCallers(policies, documents, principal).map(({ arn, tags }) =>
    callerOf(documents, arn, tags),
  );
  const focus = world.keys.find(({ arn }) => arn === keyArn) ?? world.keys[0];
  if (!focus) throw new Error('a world has at least one key');
  const entries = [focus, ...world.keys.filter((key) => key !== focus)].map((key) =>
    keyEntry(documents, key, key === world.keys[0]),
  );
  const [own, ...others] = entries;
  const endpoints = documents.read('endpoint', documents.ofKind('endpoint'));
  const environment: Environment = {
    key: focus,
    resourcePolicy: own?.resourcePolicy ?? null,
    grants: own?.grants ?? null,
    rcps: own?.rcps ?? null,
    ...anybody,
    vpcEndpointPolicies: endpoints.length > 0 ? endpoints : null,
    ...(others.length > 0 && { keys: others }),
    ...(callers.length > 0 && { callers }),
    ...(world.organization && { organization: organizationOf(world.organization) }),
  };
  return {
    environment,
    documentOf: ({ kind, index, text }) =>
      kind === 'key'
        ? (entries.find(({ document }) => document?.text === text)?.document ?? own?.document)?.id
        : documents.find(kind, index),
  };
}

function listedCallers({ world, documents: all }: Policies, documents: Documents, principal: string) {
  const listed = new Map<string, Caller['tags']>(world.identities.map(({ arn, tags }) => [arn, tags]));
  // Somebody may have policies without being listed among the identities.
  for (const { kind, attachedTo } of all) {
    const isOnIdentity = kind === 'identity' || kind === 'boundary' || kind === 'session';
    if (isOnIdentity && attachedTo !== undefined && !listed.has(attachedTo))
      listed.set(attachedTo, undefined);
  }
  const account = accountOf(principal);
  if (account !== null && !listed.has(principal) && documents.hasOwnLevels(account)) {
    listed.set(principal, undefined);
  }
  return [...listed].map(([arn, tags]) => ({ arn, tags }));
}

function organizationOf({
  units: _,
  ...organization
}: NonNullable<Policies['world']['organization']>): NonNullable<Environment['organization']> {
  return organization;
}

/** The environment of a state, around the key that its request is about. */
export function toEnvironment(state: PlaygroundState): Environment {
  return worldEnvironment(state, state.request.key, state.request.principal).environment;
}
