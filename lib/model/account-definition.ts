/* The lab's world as the beginning of a simulated account. */
import { type KeySpec, keySpecs } from '@/simulator/catalog/key-specs.ts';
import type { KeyUsage } from '@/simulator/catalog/types.ts';
import { groupBy } from './group-by.ts';
import type { DocumentKind, PlaygroundDocument, PlaygroundState } from './playground.ts';
import { type AccountDefinition, keyUsages } from './world-definition.ts';

type Lab = Pick<PlaygroundState, 'world' | 'documents' | 'request'>;
type Account = AccountDefinition['accounts'][number];
type Key = NonNullable<Account['keys']>[number];
type LabKey = Lab['world']['keys'][number];

/** When a world begins of which the lab's request tells no time. */
const firstDay = '2026-01-01T00:00:00Z';

/**
 * The accounts, identities, keys and policies of the lab. AWS managed keys are left out: the services make them on
 * first use. So are grants, sessions and endpoint policies, which a world has no place for at its beginning.
 */
export function worldDefinitionOf(lab: Lab): AccountDefinition {
  const { world, request } = lab;
  const first = world.keys[0];
  const ids = new Set([
    ...world.accounts.map(({ id }) => id),
    ...world.keys.map(({ arn }) => accountOf(arn)),
  ]);
  for (const { arn } of world.identities) ids.add(accountOf(arn));
  const region = (first && partsOf(first.arn).region) || 'us-east-1';
  const organization = world.organization;
  return {
    seed: 'account',
    now: timeOf(request.time) ?? firstDay,
    region,
    ...(organization?.id !== undefined && {
      organization: {
        id: organization.id,
        ...(organization.managementAccount && { managementAccount: organization.managementAccount }),
      },
    }),
    accounts: [...ids].filter((id) => /^\d{12}$/.test(id)).map((id) => accountDefinition(lab, id)),
  };
}

function accountDefinition(lab: Lab, id: string): Account {
  const { world } = lab;
  const name = world.accounts.find((account) => account.id === id)?.name;
  const keys = world.keys
    .filter(({ arn, manager }) => accountOf(arn) === id && manager !== 'AWS')
    .map((key) => keyDefinition(lab, key));
  return {
    id,
    ...(name !== undefined && { name }),
    users: identities(lab, id, 'user'),
    roles: identities(lab, id, 'role'),
    keys,
    scps: levels(lab, 'scp', id),
    rcps: levels(lab, 'rcp', id),
  };
}

function identities(lab: Lab, account: string, kind: 'role' | 'user'): NonNullable<Account['users']> {
  const found: NonNullable<Account['users']> = {};
  const prefix = `arn:aws:iam::${account}:${kind}/`;
  for (const { arn, tags } of lab.world.identities) {
    const own = identityOf(arn);
    if (!own.startsWith(prefix)) continue;
    const boundary = attached(lab, 'boundary', [arn, own])[0];
    found[own.slice(prefix.length)] = {
      policies: named(attached(lab, 'identity', [arn, own])),
      ...(boundary && { permissionsBoundary: textOf(boundary) }),
      ...(tags && { tags }),
    };
  }
  return found;
}

/** A session has the policies of its role. */
function identityOf(arn: string): string {
  const [, account, role] = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return role === undefined ? arn : `arn:aws:iam::${account}:role/${role}`;
}

function attached({ documents }: Lab, kind: DocumentKind, arns: readonly string[]): PlaygroundDocument[] {
  return documents.filter(
    (document) =>
      document.kind === kind && (document.attachedTo === undefined || arns.includes(document.attachedTo)),
  );
}

/** Policies of one place need names of their own. */
function named(documents: readonly PlaygroundDocument[]): Record<string, string> {
  return Object.fromEntries(documents.map((document) => [document.id, textOf(document)]));
}

function levels(lab: Lab, kind: 'rcp' | 'scp', account: string): NonNullable<Account['scps']> {
  const units = lab.world.organization?.units ?? [];
  const above = lab.documents.filter(({ kind: own, level = 'Root' }) => {
    if (own !== kind) return false;
    if (/^\d{12}$/.test(level)) return level === account;
    return units.find(({ name }) => name === level)?.accounts.includes(account) ?? true;
  });
  const byLevel = groupBy(above, ({ level = 'Root' }) => level);
  return Array.from(byLevel, ([name, documents]) => ({ name, policies: named(documents) }));
}

function keyDefinition(lab: Lab, key: LabKey): Key {
  const { id, region } = partsOf(key.arn);
  const isFirst = key === lab.world.keys[0];
  const policy = lab.documents.find(
    ({ kind, attachedTo }) => kind === 'key' && (attachedTo === undefined ? isFirst : attachedTo === key.arn),
  );
  const isUsage = (value: string | undefined): value is KeyUsage =>
    (keyUsages as readonly (string | undefined)[]).includes(value);
  return {
    id,
    region,
    ...(key.aliases && { aliases: key.aliases }),
    ...(isKeySpec(key.keySpec) && { keySpec: key.keySpec }),
    ...(isUsage(key.keyUsage) && { keyUsage: key.keyUsage }),
    ...(key.origin === 'EXTERNAL' && { origin: 'EXTERNAL' as const }),
    ...(key.multiRegion !== undefined && { multiRegion: key.multiRegion }),
    ...(key.tags && { tags: key.tags }),
    ...(policy && { policy: textOf(policy) }),
  };
}

function isKeySpec(value: string | undefined): value is KeySpec {
  return value !== undefined && Object.hasOwn(keySpecs, value);
}

/** The text without the statements that the reader switched off; as it stands, where it cannot be read. */
function textOf({ text, disabled }: PlaygroundDocument): string {
  if (disabled.length === 0) return text;
  try {
    const policy: unknown = JSON.parse(text);
    if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) return text;
    const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
    return JSON.stringify(
      { ...policy, Statement: statements.filter((_, i) => !disabled.includes(i)) },
      null,
      2,
    );
  } catch {
    return text;
  }
}

function partsOf(arn: string): { readonly account: string; readonly region: string; readonly id: string } {
  const [, , , region = '', account = '', resource = ''] = arn.split(':');
  return { region, account, id: resource.split('/').at(-1) ?? '' };
}

const accountOf = (arn: string): string => partsOf(arn).account;

function timeOf(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
