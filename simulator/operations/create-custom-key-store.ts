import { resourceQuotas } from '../catalog/quotas.ts';
import { placeOf } from '../world/store.ts';
import type { OperationDefinition } from './framework/call.ts';
import { checkStoreName, checkUnique, proxyOf } from './framework/key-stores.ts';
import { refuse } from './framework/refusal.ts';

/** A record of a key store: no cluster and no proxy stands behind it. */
export const createCustomKeyStore: OperationDefinition<'CreateCustomKeyStore'> = {
  check({ input }) {
    const { CustomKeyStoreType: type = 'AWS_CLOUDHSM' } = input;
    const isCluster = type === 'AWS_CLOUDHSM';
    const cluster = [input.CloudHsmClusterId, input.TrustAnchorCertificate, input.KeyStorePassword];
    const proxy = [
      input.XksProxyUriEndpoint,
      input.XksProxyUriPath,
      input.XksProxyAuthenticationCredential,
      input.XksProxyConnectivity,
    ];
    const complete = (isCluster ? cluster : proxy).every((member) => member !== undefined);
    const pure = (isCluster ? proxy : cluster).every((member) => member === undefined);
    if (!complete || !pure) refuse('keyStoreMembers', { type });
  },
  run({ draft, account, region, now, input }) {
    const others = draft.group('keyStores', placeOf(account.id, region));
    if (others.length >= resourceQuotas.customKeyStores.limit) refuse('keyStoreQuota');
    checkStoreName(others, input.CustomKeyStoreName);
    const id = `cks-${draft.random.hex(9).slice(0, 17)}`;
    const store = {
      id,
      account: account.id,
      region,
      name: input.CustomKeyStoreName,
      type: input.CustomKeyStoreType ?? ('AWS_CLOUDHSM' as const),
      createdAt: now,
      state: 'DISCONNECTED' as const,
      settles: null,
      cloudHsmClusterId: input.CloudHsmClusterId ?? null,
      trustAnchorCertificate: input.TrustAnchorCertificate ?? null,
      proxy: proxyOf(input),
    };
    checkUnique(others, store);
    draft.put('keyStores', store);
    return { CustomKeyStoreId: id };
  },
};
