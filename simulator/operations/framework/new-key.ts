/* What CreateKey's parameters ask for, and whether they go together. */
import { createKeyDefaults, type KeySpec, keySpecs } from '../../catalog/key-specs.ts';
import { resourceQuotas } from '../../catalog/quotas.ts';
import type { KeySpecRow, KeyUsage } from '../../catalog/types.ts';
import { placeOf } from '../../world/store.ts';
import type { KeyOrigin } from '../../world/types.ts';
import type { Call } from './call.ts';
import { connectedStore } from './key-stores.ts';
import type { NewKey } from './make-key.ts';
import { defaultKeyPolicy } from './policy-text.ts';
import { refuse } from './refusal.ts';
import { withTags } from './tags.ts';

/** The key that the request asks for; refuses combinations that there are no keys of. */
export function newKeyOf(call: Call<'CreateKey'>): NewKey {
  const { draft, account, region, input } = call;
  const keySpec = specOf(call);
  const keyUsage = usageOf(keySpec, input.KeyUsage);
  const origin = input.Origin ?? createKeyDefaults.origin;
  const { MultiRegion: multiRegion = false, Description: description = '' } = input;
  checkOrigin(keySpec, origin);
  checkKeyStore(call, origin);
  const owned = draft
    .group('keys', placeOf(account.id, region))
    .filter(({ manager }) => manager === 'CUSTOMER');
  if (owned.length >= resourceQuotas.customerManagedKeys.limit) refuse('keyQuota');
  return {
    account: account.id,
    region,
    policy: input.Policy ?? defaultKeyPolicy(account.id),
    description,
    tags: withTags([], input.Tags),
    keySpec,
    keyUsage,
    origin,
    multiRegion,
    customKeyStoreId: input.CustomKeyStoreId ?? null,
    xksKeyId: input.XksKeyId ?? null,
  };
}

function specOf({ input: { KeySpec: keySpec, CustomerMasterKeySpec: older } }: Call<'CreateKey'>): KeySpec {
  if (keySpec !== undefined && older !== undefined && keySpec !== older) refuse('keySpecsDiffer');
  const wanted = keySpec ?? older ?? createKeyDefaults.keySpec;
  // The simulated Regions are all outside China.
  if (keySpecs[wanted].regions === 'chinaOnly') refuse('sm2OutsideChina');
  return wanted;
}

function usageOf(keySpec: KeySpec, wanted: KeyUsage | undefined): KeyUsage {
  if (wanted === undefined && keySpecs[keySpec].family !== 'symmetric') refuse('keyUsageMissing');
  const keyUsage = wanted ?? createKeyDefaults.keyUsage;
  const row: KeySpecRow = keySpecs[keySpec];
  if (!row.usages.includes(keyUsage)) refuse('keyUsageMismatch', { keyUsage, keySpec });
  return keyUsage;
}

function checkOrigin(keySpec: KeySpec, origin: KeyOrigin): void {
  const row: KeySpecRow = keySpecs[keySpec];
  if (!row.origins.includes(origin)) refuse('originForSpec', { origin, keySpec });
}

const storeTypes: Readonly<Record<KeyOrigin, 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE' | null>> = {
  AWS_KMS: null,
  EXTERNAL: null,
  AWS_CLOUDHSM: 'AWS_CLOUDHSM',
  EXTERNAL_KEY_STORE: 'EXTERNAL_KEY_STORE',
};

function checkKeyStore({ draft, account, region, input }: Call<'CreateKey'>, origin: KeyOrigin): void {
  const { CustomKeyStoreId: id, XksKeyId: xksKeyId, MultiRegion } = input;
  const type = storeTypes[origin];
  const isExternal = type === 'EXTERNAL_KEY_STORE';
  if ((id === undefined) !== (type === null) || (xksKeyId !== undefined) !== isExternal) {
    refuse('originNeedsKeyStore', { origin });
  }
  if (id === undefined) return;
  if (MultiRegion === true) refuse('multiRegionInKeyStore');
  const store = connectedStore(draft, account.id, region, id);
  if (store.type !== type) refuse('originNeedsKeyStore', { origin });
  const used = draft
    .group('cores', account.id)
    .some((core) => core.customKeyStoreId === id && core.xksKeyId !== null && core.xksKeyId === xksKeyId);
  if (used) refuse('externalKeyInUse', { xksKeyId: xksKeyId ?? '' });
}
