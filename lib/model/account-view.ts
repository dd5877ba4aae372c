/* What there is in a world, for showing it: everything but secrets. No call is made for it, so it leaves no trace. */
import type { KeySpec } from '@/simulator/catalog/key-specs.ts';
import type { KeyState, KeyUsage } from '@/simulator/catalog/types.ts';
import type { World, WorldSnapshot } from '@/simulator/index.ts';
import { groupBy } from './group-by.ts';

type Rows = WorldSnapshot['rows'];
type KeyRow = Rows['keys'][number];
type Core = Rows['cores'][number];

/** A key material: since when it encrypts, and whether it still can decrypt. */
export interface MaterialView {
  readonly id: string;
  /** Null for the first. Milliseconds, as all times here. */
  readonly rotatedAt: number | null;
  readonly rotationType: 'AUTOMATIC' | 'ON_DEMAND' | null;
  readonly isCurrent: boolean;
  /** Imported, and waits for its rotation. */
  readonly isPending: boolean;
  /** Imported material may be gone from this Region. */
  readonly isThere: boolean;
  readonly expiresAt: number | null;
}

export interface GrantView {
  readonly grantId: string;
  readonly name: string | null;
  readonly createdAt: number;
  readonly grantee: string;
  readonly retiring: string | null;
  readonly operations: readonly string[];
  readonly constraints: string | null;
}

export interface KeyView {
  readonly arn: string;
  readonly keyId: string;
  readonly account: string;
  readonly region: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly createdAt: number;
  readonly state: KeyState;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsage;
  readonly origin: Core['origin'];
  readonly description: string;
  readonly policy: string;
  readonly tags: KeyRow['tags'];
  readonly aliases: readonly string[];
  readonly grants: readonly GrantView[];
  readonly rotation: Core['rotation'];
  readonly onDemandRotations: number;
  readonly materials: readonly MaterialView[];
  readonly deletion: KeyRow['deletion'];
  /** Null: a single-Region key. */
  readonly multiRegion: { readonly primaryRegion: string; readonly regions: readonly string[] } | null;
  readonly lastUse: { readonly operation: string; readonly at: number } | null;
}

/** Something that comes about by itself. */
export interface NextEvent {
  readonly at: number;
  readonly what: 'deletion' | 'expiry' | 'rotation' | 'settling';
  readonly keyArn: string;
}

export interface AccountView {
  readonly now: number;
  readonly region: string;
  readonly regions: readonly string[];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly identities: readonly string[];
  }[];
  readonly keys: readonly KeyView[];
  /** The first of what comes about by itself; null: nothing will. */
  readonly next: NextEvent | null;
  readonly trailLength: number;
}

/** A world as it stands. */
export function viewOf(world: World): AccountView {
  const { rows, settings } = world.snapshot();
  const cores = new Map(rows.cores.map((core) => [core.id, core]));
  const stores = new Map(rows.keyStores.map((store) => [store.id, store.state]));
  const aliases = groupBy(rows.aliases, ({ keyArn }) => keyArn);
  const grants = groupBy(rows.grants, ({ keyArn }) => keyArn);
  const usages = new Map(rows.usages.map((usage) => [usage.keyArn, usage]));
  const keys = rows.keys.flatMap((key): KeyView[] => {
    const core = cores.get(key.coreId);
    if (core === undefined) return [];
    const store = core.customKeyStoreId === null ? 'CONNECTED' : stores.get(core.customKeyStoreId);
    const isCutOff = store !== 'CONNECTED' && (key.state === 'Enabled' || key.state === 'Disabled');
    const usage = usages.get(key.arn);
    const { arn, account, region, manager, createdAt, description, policy, tags, deletion } = key;
    const { keyId, keySpec, keyUsage, origin, rotation, onDemandRotations } = core;
    return [
      {
        ...{ arn, keyId, account, region, manager, createdAt, description, policy, tags, deletion },
        ...{ keySpec, keyUsage, origin, rotation, onDemandRotations },
        state: isCutOff ? 'Unavailable' : key.state,
        aliases: (aliases.get(arn) ?? []).map(({ name }) => name),
        grants: (grants.get(arn) ?? []).map(grantView),
        materials: core.materials.map((material) => materialView(material, core, key)),
        multiRegion: core.multiRegion ? { primaryRegion: core.primaryRegion, regions: core.regions } : null,
        lastUse: usage === undefined ? null : { operation: usage.operation, at: usage.at },
      },
    ];
  });
  return {
    now: settings.now,
    region: settings.region,
    regions: settings.regions,
    accounts: rows.accounts.map(({ id, name, identities }) => ({
      id,
      name,
      identities: identities.map(({ arn }) => arn),
    })),
    keys,
    next: firstEvent(rows.keys, cores),
    trailLength: world.trail.length,
  };
}

function materialView(material: Core['materials'][number], core: Core, key: KeyRow): MaterialView {
  const { keyMaterialId: id, rotation } = material;
  const imported = key.imported[id];
  return {
    id,
    rotatedAt: rotation?.at ?? null,
    rotationType: rotation?.type ?? null,
    isCurrent: core.currentMaterialId === id,
    isPending: core.pendingMaterialId === id,
    isThere: core.origin !== 'EXTERNAL' || imported !== undefined,
    expiresAt: imported?.expiresAt ?? null,
  };
}

function grantView(grant: Rows['grants'][number]): GrantView {
  const { grantId, name, createdAt, operations, constraints } = grant;
  return {
    grantId,
    name,
    createdAt,
    operations,
    grantee: grant.granteePrincipal ?? grant.granteeServicePrincipal ?? '',
    retiring: grant.retiringPrincipal ?? grant.retiringServicePrincipal,
    constraints: constraints === null ? null : JSON.stringify(constraints),
  };
}

/** The first event of all keys. A rotation that its key's state holds up is none. */
function firstEvent(keys: Rows['keys'], cores: ReadonlyMap<string, Core>): NextEvent | null {
  let first: NextEvent | null = null;
  for (const key of keys) {
    const core = cores.get(key.coreId);
    const rotates = key.state === 'Enabled' && core?.primaryRegion === key.region ? core.rotation : null;
    const expiries = Object.values(key.imported).flatMap(({ expiresAt }) => expiresAt ?? []);
    const events: (NextEvent | null)[] = [
      rotates && { at: rotates.nextAt, what: 'rotation', keyArn: key.arn },
      key.deletion?.at == null ? null : { at: key.deletion.at, what: 'deletion', keyArn: key.arn },
      key.settles && { at: key.settles.at, what: 'settling', keyArn: key.arn },
      ...expiries.map((at) => ({ at, what: 'expiry' as const, keyArn: key.arn })),
    ];
    for (const event of events) if (event !== null && (first === null || event.at < first.at)) first = event;
  }
  return first;
}
