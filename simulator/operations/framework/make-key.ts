import { createKeyDefaults } from '../../catalog/key-specs.ts';
import { type Draft, keyArn } from '../../world/draft.ts';
import type { KeyCore, KeyRecord } from '../../world/types.ts';

/** What a new key is to be; what is left out is as CreateKey has it without parameters. */
export interface NewKey {
  readonly account: string;
  readonly region: string;
  readonly policy: string;
  readonly manager?: KeyRecord['manager'];
  readonly description?: string;
  readonly tags?: KeyRecord['tags'];
  readonly keySpec?: KeyCore['keySpec'];
  readonly keyUsage?: KeyCore['keyUsage'];
  readonly origin?: KeyCore['origin'];
  readonly multiRegion?: boolean;
  readonly rotation?: KeyCore['rotation'];
  readonly customKeyStoreId?: string | null;
  readonly xksKeyId?: string | null;
}

/** Puts a new key into the world, with an id of its own. Its key material comes when it is first asked for. */
export function makeKey(draft: Draft, wanted: NewKey): KeyRecord {
  const { account, region } = wanted;
  const multiRegion = wanted.multiRegion ?? createKeyDefaults.multiRegion;
  const origin = wanted.origin ?? createKeyDefaults.origin;
  const keyId = multiRegion ? `mrk-${draft.random.hex(16)}` : draft.random.uuid();
  const core: KeyCore = {
    id: `${account}/${keyId}`,
    account,
    keyId,
    keySpec: wanted.keySpec ?? createKeyDefaults.keySpec,
    keyUsage: wanted.keyUsage ?? createKeyDefaults.keyUsage,
    origin,
    multiRegion,
    primaryRegion: region,
    regions: [region],
    materials: [],
    currentMaterialId: null,
    pendingMaterialId: null,
    rotation: wanted.rotation ?? null,
    onDemandRotations: 0,
    customKeyStoreId: wanted.customKeyStoreId ?? null,
    xksKeyId: wanted.xksKeyId ?? null,
  };
  const key: KeyRecord = {
    arn: keyArn(region, account, keyId),
    coreId: core.id,
    account,
    region,
    manager: wanted.manager ?? 'CUSTOMER',
    createdAt: draft.now,
    policy: wanted.policy,
    description: wanted.description ?? '',
    tags: wanted.tags ?? [],
    state: origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    settles: null,
    deletion: null,
    imported: {},
  };
  draft.put('cores', core);
  draft.put('keys', key);
  return key;
}
