/* Custom key stores as records with a connection state. */
import type { Draft } from '../../world/draft.ts';
import type { ConnectionState, ExternalProxy, KeyCore, KeyStoreRecord } from '../../world/types.ts';
import type { Input } from './inputs.ts';
import type { KeyStoreEntry } from './outputs.ts';
import { refuse } from './refusal.ts';

export function findStore(draft: Draft, account: string, region: string, id: string): KeyStoreRecord {
  const store = draft.get('keyStores', id);
  if (store?.account !== account || store.region !== region) refuse('keyStoreNotFound', { keyStore: id });
  return store;
}

export function connectedStore(draft: Draft, account: string, region: string, id: string): KeyStoreRecord {
  const store = findStore(draft, account, region, id);
  requireState(store, 'CONNECTED');
  return store;
}

export function requireState({ state }: KeyStoreRecord, ...states: readonly ConnectionState[]): void {
  if (!states.includes(state)) refuse('keyStoreState', { state });
}

export function keysOfStore(draft: Draft, { id, account }: KeyStoreRecord): KeyCore[] {
  return draft.group('cores', account).filter(({ customKeyStoreId }) => customKeyStoreId === id);
}

export function checkStoreName(others: readonly KeyStoreRecord[], name: string): void {
  if (others.some((other) => other.name === name)) refuse('keyStoreName', { name });
}

/** A cluster, or a proxy's endpoint with its path, serves one key store alone. */
export function checkUnique(others: readonly KeyStoreRecord[], store: KeyStoreRecord): void {
  const { cloudHsmClusterId: cluster, proxy } = store;
  if (cluster !== null && others.some((other) => other.cloudHsmClusterId === cluster)) {
    refuse('clusterInUse', { cluster });
  }
  const uri = (one: ExternalProxy) => one.uriEndpoint + one.uriPath;
  if (proxy !== null && others.some((other) => other.proxy !== null && uri(other.proxy) === uri(proxy))) {
    refuse('proxyUriInUse');
  }
}

/** The proxy of an external key store. Its secret key is not kept: nothing would use it. */
export function proxyOf(input: Input<'CreateCustomKeyStore'>): ExternalProxy | null {
  const { XksProxyConnectivity, XksProxyUriEndpoint, XksProxyUriPath, XksProxyAuthenticationCredential } =
    input;
  if (XksProxyConnectivity === undefined || XksProxyAuthenticationCredential === undefined) return null;
  return {
    connectivity: XksProxyConnectivity,
    uriEndpoint: XksProxyUriEndpoint ?? '',
    uriPath: XksProxyUriPath ?? '',
    accessKeyId: XksProxyAuthenticationCredential.AccessKeyId,
    vpcEndpointServiceName: input.XksProxyVpcEndpointServiceName ?? null,
    vpcEndpointServiceOwner: input.XksProxyVpcEndpointServiceOwner ?? null,
  };
}

/** The proxy with what UpdateCustomKeyStore changes of it. */
export function mergeProxy(
  proxy: ExternalProxy | null,
  input: Input<'UpdateCustomKeyStore'>,
): ExternalProxy | null {
  if (proxy === null) return null;
  return {
    connectivity: input.XksProxyConnectivity ?? proxy.connectivity,
    uriEndpoint: input.XksProxyUriEndpoint ?? proxy.uriEndpoint,
    uriPath: input.XksProxyUriPath ?? proxy.uriPath,
    accessKeyId: input.XksProxyAuthenticationCredential?.AccessKeyId ?? proxy.accessKeyId,
    vpcEndpointServiceName: input.XksProxyVpcEndpointServiceName ?? proxy.vpcEndpointServiceName,
    vpcEndpointServiceOwner: input.XksProxyVpcEndpointServiceOwner ?? proxy.vpcEndpointServiceOwner,
  };
}

export function storeEntry(store: KeyStoreRecord): KeyStoreEntry {
  return {
    CustomKeyStoreId: store.id,
    CustomKeyStoreName: store.name,
    ...(store.cloudHsmClusterId !== null && { CloudHsmClusterId: store.cloudHsmClusterId }),
    ...(store.trustAnchorCertificate !== null && { TrustAnchorCertificate: store.trustAnchorCertificate }),
    ConnectionState: store.state,
    CreationDate: new Date(store.createdAt),
    CustomKeyStoreType: store.type,
    ...(store.proxy !== null && { XksProxyConfiguration: proxyEntry(store.proxy) }),
  };
}

function proxyEntry(proxy: ExternalProxy): NonNullable<KeyStoreEntry['XksProxyConfiguration']> {
  return {
    Connectivity: proxy.connectivity,
    AccessKeyId: proxy.accessKeyId,
    UriEndpoint: proxy.uriEndpoint,
    UriPath: proxy.uriPath,
    ...(proxy.vpcEndpointServiceName !== null && { VpcEndpointServiceName: proxy.vpcEndpointServiceName }),
    ...(proxy.vpcEndpointServiceOwner !== null && { VpcEndpointServiceOwner: proxy.vpcEndpointServiceOwner }),
  };
}
