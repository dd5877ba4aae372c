import { placeOf } from '../world/store.ts';
import type { OperationDefinition } from './framework/call.ts';
import { checkStoreName, checkUnique, findStore, mergeProxy, requireState } from './framework/key-stores.ts';

/** The name, and an external proxy's path and credential, can change while the store is connected. */
export const updateCustomKeyStore: OperationDefinition<'UpdateCustomKeyStore'> = {
  run({ draft, account, region, input }) {
    const store = findStore(draft, account.id, region, input.CustomKeyStoreId);
    const needsRest =
      input.CloudHsmClusterId !== undefined ||
      input.KeyStorePassword !== undefined ||
      input.XksProxyConnectivity !== undefined ||
      input.XksProxyUriEndpoint !== undefined ||
      input.XksProxyVpcEndpointServiceName !== undefined;
    if (needsRest) requireState(store, 'DISCONNECTED');
    const others = draft.group('keyStores', placeOf(account.id, region)).filter(({ id }) => id !== store.id);
    const { NewCustomKeyStoreName: name = store.name } = input;
    checkStoreName(others, name);
    const changed = {
      ...store,
      name,
      cloudHsmClusterId: input.CloudHsmClusterId ?? store.cloudHsmClusterId,
      proxy: mergeProxy(store.proxy, input),
    };
    checkUnique(others, changed);
    draft.put('keyStores', changed);
    return {};
  },
};
