import { placeOf } from '../world/store.ts';
import type { OperationDefinition } from './framework/call.ts';
import { storeEntry } from './framework/key-stores.ts';
import { pageOf } from './framework/paging.ts';
import { refuse } from './framework/refusal.ts';

export const describeCustomKeyStores: OperationDefinition<'DescribeCustomKeyStores'> = {
  run({ draft, account, region, input }) {
    const { CustomKeyStoreId, CustomKeyStoreName } = input;
    const stores = draft
      .group('keyStores', placeOf(account.id, region))
      .filter(({ id }) => CustomKeyStoreId === undefined || id === CustomKeyStoreId)
      .filter(({ name }) => CustomKeyStoreName === undefined || name === CustomKeyStoreName);
    const keyStore = CustomKeyStoreId ?? CustomKeyStoreName;
    if (keyStore !== undefined && stores.length === 0) refuse('keyStoreNotFound', { keyStore });
    const { items, rest } = pageOf('DescribeCustomKeyStores', input, stores);
    return { CustomKeyStores: items.map(storeEntry), ...rest };
  },
};
