import type { OperationDefinition } from './framework/call.ts';
import { findStore, requireState } from './framework/key-stores.ts';

/** Goes on in the background; nothing stands behind the record, so that it always succeeds. */
export const connectCustomKeyStore: OperationDefinition<'ConnectCustomKeyStore'> = {
  run({ draft, account, region, now, input }) {
    const store = findStore(draft, account.id, region, input.CustomKeyStoreId);
    requireState(store, 'DISCONNECTED', 'FAILED');
    const at = now + connectionTakes[store.type];
    draft.put('keyStores', { ...store, state: 'CONNECTING', settles: { at, state: 'CONNECTED' } });
    return {};
  },
};

/** AWS: up to 20 minutes for a cluster, a few for an external key store. */
const connectionTakes = { AWS_CLOUDHSM: 20 * 60_000, EXTERNAL_KEY_STORE: 5 * 60_000 } as const;
