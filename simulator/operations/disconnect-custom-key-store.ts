import type { OperationDefinition } from './framework/call.ts';
import { findStore, requireState } from './framework/key-stores.ts';

/** Its keys are Unavailable from here on. */
export const disconnectCustomKeyStore: OperationDefinition<'DisconnectCustomKeyStore'> = {
  run({ draft, account, region, input }) {
    const store = findStore(draft, account.id, region, input.CustomKeyStoreId);
    requireState(store, 'CONNECTED', 'CONNECTING', 'FAILED');
    draft.put('keyStores', { ...store, state: 'DISCONNECTED', settles: null });
    return {};
  },
};
