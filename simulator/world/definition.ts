import { apiDefaultKeyPolicy } from '../catalog/default-key-policies.ts';
import { createKeyDefaults, type KeySpec } from '../catalog/key-specs.ts';
import { rotationLimits } from '../catalog/rotation.ts';
import type { KeyUsage } from '../catalog/types.ts';
import { aliasArn, keyArn } from './draft.ts';
import { days } from './events.ts';
import { Random } from './random.ts';
import { noRows, type Rows } from './store.ts';
import type {
  AccessKeyRecord,
  AccountRecord,
  AliasRecord,
  IdentityRecord,
  KeyCore,
  KeyRecord,
  NamedPolicy,
  PolicyLevel,
  WorldSettings,
} from './types.ts';

/** A policy as text, or as the JSON value it parses to. */
export type PolicyDefinition = string | { readonly [element: string]: unknown };

/** Policies by name. */
export type PolicyDefinitions = Readonly<Record<string, PolicyDefinition>>;

export interface IdentityDefinition {
  readonly policies?: PolicyDefinitions;
  readonly permissionsBoundary?: PolicyDefinition;
  readonly tags?: Readonly<Record<string, string>>;
  /** A role: who may assume it. */
  readonly trustPolicy?: PolicyDefinition;
}

/** What a client signs its requests with, and as whom it then calls. */
export interface AccessKeyDefinition {
  /** ARN of an identity, a session or an account's root user. */
  readonly principal: string;
  /** Signatures made with the key are checked when it is known. */
  readonly secret?: string;
  readonly sessionToken?: string;
  /** ISO 8601; without it, the key does not expire. */
  readonly expires?: string;
}

/** A key that is there from the beginning. Everything has the default of a new symmetric key. */
export interface KeyDefinition {
  readonly id?: string;
  readonly region?: string;
  /** `alias/…`. */
  readonly aliases?: readonly string[];
  readonly keySpec?: KeySpec;
  readonly keyUsage?: KeyUsage;
  /** `EXTERNAL`: waits for its key material. */
  readonly origin?: 'AWS_KMS' | 'EXTERNAL';
  readonly multiRegion?: boolean;
  readonly policy?: PolicyDefinition;
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly enabled?: boolean;
  readonly rotationPeriodInDays?: number;
}

/** Policies of the levels from an organization's root down to the account. */
export interface LevelDefinition {
  readonly name: string;
  readonly policies: PolicyDefinitions;
}

export interface AccountDefinition {
  /** 12 digits. */
  readonly id: string;
  readonly name?: string;
  /** By name; a path may come before it. */
  readonly users?: Readonly<Record<string, IdentityDefinition>>;
  readonly roles?: Readonly<Record<string, IdentityDefinition>>;
  readonly keys?: readonly KeyDefinition[];
  readonly scps?: readonly LevelDefinition[];
  readonly rcps?: readonly LevelDefinition[];
}

export interface WorldDefinition {
  /** Decides everything that is random: ids, key material, initialization vectors. */
  readonly seed?: string;
  /** ISO 8601. */
  readonly now?: string;
  readonly region?: string;
  readonly regions?: readonly string[];
  /** How long a new grant needs its token. AWS: seconds, at most about five minutes. */
  readonly grantDelaySeconds?: number;
  /** Throttle calls beyond the request quotas, by the second of the world's clock. Off by default. */
  readonly requestQuotas?: boolean;
  readonly organization?: { readonly id: string; readonly managementAccount?: string };
  readonly accounts: readonly AccountDefinition[];
  /** By access key id: for clients that call the endpoint. */
  readonly accessKeys?: Readonly<Record<string, AccessKeyDefinition>>;
}

/** The Regions that every account has without opting in. */
const commonRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
] as const;

/** The records of a new world. */
export function defineWorld(definition: WorldDefinition): { settings: WorldSettings; rows: Rows } {
  const settings: WorldSettings = {
    seed: definition.seed ?? 'kms',
    now: Date.parse(definition.now ?? '2026-11-01T00:00:00Z'),
    region: definition.region ?? 'us-east-1',
    regions: definition.regions ?? commonRegions,
    grantDelaySeconds: definition.grantDelaySeconds ?? 0,
    requestQuotas: definition.requestQuotas ?? false,
    turn: 0,
  };
  if (Number.isNaN(settings.now)) throw new Error(`not a time: ${definition.now}`);
  const keys = definition.accounts.flatMap((account) =>
    (account.keys ?? []).map((key, index) => defineKey(key, account.id, index, settings)),
  );
  return {
    settings,
    rows: {
      ...noRows,
      accounts: definition.accounts.map((account) => defineAccount(account, definition, keys)),
      cores: keys.map(({ core }) => core),
      keys: keys.map(({ key }) => key),
      aliases: keys.flatMap(({ aliases }) => aliases),
      accessKeys: Object.entries(definition.accessKeys ?? {}).map(([id, key]) => defineAccessKey(id, key)),
    },
  };
}

/** An access key as the world keeps it. Throws for a time that is none. */
export function defineAccessKey(
  id: string,
  { principal, secret, sessionToken, expires }: AccessKeyDefinition,
): AccessKeyRecord {
  const expiresAt = expires === undefined ? null : Date.parse(expires);
  if (Number.isNaN(expiresAt)) throw new Error(`not a time: ${expires}`);
  return { id, principal, secret: secret ?? null, sessionToken: sessionToken ?? null, expiresAt };
}

interface DefinedKey {
  readonly core: KeyCore;
  readonly key: KeyRecord;
  readonly aliases: readonly AliasRecord[];
}

/** An account as the world keeps it. Throws for an id that is none. */
export function defineAccount(
  account: AccountDefinition,
  { organization }: Pick<WorldDefinition, 'organization'>,
  keys: readonly DefinedKey[],
): AccountRecord {
  const { id } = account;
  if (!/^\d{12}$/.test(id)) throw new Error(`an account's id has 12 digits: ${id}`);
  const isManagementAccount = organization?.managementAccount === id;
  return {
    id,
    name: account.name ?? id,
    identities: [
      ...defineIdentities(account.users, `arn:aws:iam::${id}:user/`),
      ...defineIdentities(account.roles, `arn:aws:iam::${id}:role/`),
    ],
    scps: defineLevels(account.scps),
    rcps: defineLevels(account.rcps),
    organizationId: organization?.id ?? null,
    isManagementAccount,
    hasMultiRegionRole: keys.some(({ core }) => core.account === id && core.multiRegion),
  };
}

function defineIdentities(
  identities: Readonly<Record<string, IdentityDefinition>> = {},
  prefix: string,
): IdentityRecord[] {
  return Object.entries(identities).map(
    ([name, { policies = {}, permissionsBoundary, tags = {}, trustPolicy }]) => ({
      arn: prefix + name,
      policies: definePolicies(policies),
      permissionsBoundary: permissionsBoundary === undefined ? null : defineBoundary(permissionsBoundary),
      tags,
      ...(trustPolicy !== undefined && { trustPolicy: policyText(trustPolicy) }),
    }),
  );
}

/** A permissions boundary as the world keeps it. */
export function defineBoundary(policy: PolicyDefinition): NamedPolicy {
  return { name: 'Permissions boundary', text: policyText(policy) };
}

/** Levels of an organization as the world keeps them. */
export function defineLevels(levels: readonly LevelDefinition[] = []): PolicyLevel[] {
  return levels.map(({ name, policies }) => ({ name, policies: definePolicies(policies) }));
}

function definePolicies(policies: PolicyDefinitions): NamedPolicy[] {
  return Object.entries(policies).map(([name, policy]) => ({ name, text: policyText(policy) }));
}

/** The text of a policy; one that is given as a value is written with two blanks of indent. */
export function policyText(policy: PolicyDefinition): string {
  return typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2);
}

function defineKey(
  definition: KeyDefinition,
  account: string,
  index: number,
  { seed, region: home, now }: WorldSettings,
): DefinedKey {
  const { region = home, multiRegion = false, origin = 'AWS_KMS', enabled = true } = definition;
  const random = new Random(seed, `key/${account}/${index}`);
  const keyId = definition.id ?? (multiRegion ? `mrk-${random.hex(16)}` : random.uuid());
  const arn = keyArn(region, account, keyId);
  const period = definition.rotationPeriodInDays;
  if (period !== undefined && (period < rotationLimits.periodMin || period > rotationLimits.periodMax)) {
    throw new Error(`a rotation period has 90 to 2560 days: ${period}`);
  }
  const core: KeyCore = {
    id: `${account}/${keyId}`,
    account,
    keyId,
    keySpec: definition.keySpec ?? createKeyDefaults.keySpec,
    keyUsage: definition.keyUsage ?? createKeyDefaults.keyUsage,
    origin,
    multiRegion,
    primaryRegion: region,
    regions: [region],
    materials: [],
    currentMaterialId: null,
    pendingMaterialId: null,
    rotation: period === undefined ? null : { periodInDays: period, nextAt: now + days(period) },
    onDemandRotations: 0,
    customKeyStoreId: null,
    xksKeyId: null,
  };
  const key: KeyRecord = {
    arn,
    coreId: core.id,
    account,
    region,
    manager: 'CUSTOMER',
    createdAt: now,
    policy: policyText(definition.policy ?? { ...apiDefaultKeyPolicy(account) }),
    description: definition.description ?? '',
    tags: Object.entries(definition.tags ?? {}).map(([name, value]) => ({ key: name, value })),
    state: origin === 'EXTERNAL' ? 'PendingImport' : enabled ? 'Enabled' : 'Disabled',
    settles: null,
    deletion: null,
    imported: {},
  };
  const aliases = (definition.aliases ?? []).map((name) => ({
    arn: aliasArn(region, account, name),
    name,
    account,
    region,
    keyArn: arn,
    createdAt: now,
    updatedAt: now,
  }));
  return { core, key, aliases };
}
