import type { OperationDefinition } from './framework/call.ts';
import { findStore, keysOfStore, requireState } from './framework/key-stores.ts';
import { refuse } from './framework/refusal.ts';

export const deleteCustomKeyStore: OperationDefinition<'DeleteCustomKeyStore'> = {
  run({ draft, account, region, input }) {
    const store = findStore(draft, account.id, region, input.CustomKeyStoreId);
    if (keysOfStore(draft, store).length > 0) refuse('keyStoreHasKeys');
    requireState(store, 'DISCONNECTED');
    draft.drop('keyStores', store.id);
    return {};
  },
};
