/*
 * Request quotas, counted from the trail: what an account asked for in a Region in the current second of the world's
 * clock. Requests that were throttled do not count.
 */
import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import { operations } from '../catalog/operations.ts';
import {
  customKeyStoreQuota,
  dataKeyPairQuotas,
  type RequestQuota,
  requestQuotas,
  symmetricQuotaByRegion,
} from '../catalog/quotas.ts';
import type { KeyFamily, OperationName } from '../catalog/types.ts';
import type { Trail, TrailRecord } from '../world/trail.ts';

/** What a request takes from one quota. */
interface Share {
  readonly id: string;
  readonly region: string;
  readonly amount: number;
  readonly perSecond: number;
  /** Of the key store, whoever calls. */
  readonly isOfStore?: true;
}

type QuotaId = keyof typeof requestQuotas;

const familyQuotas: Readonly<Record<KeyFamily, QuotaId | null>> = {
  symmetric: 'symmetric',
  hmac: 'symmetric',
  rsa: 'rsa',
  mlDsa: 'mlDsa',
  ecc: 'eccAndSm2',
  sm2: 'eccAndSm2',
  // AWS publishes none.
  mlKem: null,
};

const rows = Object.entries(requestQuotas) as readonly (readonly [QuotaId, RequestQuota])[];

/** The quotas that a request falls under, by the calling account's place. */
function sharesOf({ name, region, parameters, keySpecs: used = [], details }: TrailRecord): Share[] {
  if (name.startsWith('GenerateDataKeyPair')) return pairShare(parameters?.KeyPairSpec, region);
  if (operations[name as OperationName].group === 'cryptographic') {
    return [...cryptographicShares(name, region, used), ...keyStoreShare(details.customKeyStoreId, region)];
  }
  const own = rows.find(([, row]) => !row.shared && row.operations.includes(name as OperationName));
  if (own === undefined) return [];
  const perSecond = own[1].perSecond;
  const share = { id: name, region, amount: 1, perSecond };
  const there = parameters?.ReplicaRegion ?? parameters?.PrimaryRegion;
  if (typeof there !== 'string') return [share];
  // ReplicateKey makes two CreateKey requests in the other Region; UpdatePrimaryRegion one request in each.
  const replicates = name === 'ReplicateKey';
  const other = { region: there, perSecond: requestQuotas.rareChanges.perSecond };
  return [share, { ...other, id: replicates ? 'CreateKey' : name, amount: replicates ? 2 : 1 }];
}

function pairShare(spec: unknown, region: string): Share[] {
  if (typeof spec !== 'string' || !Object.hasOwn(dataKeyPairQuotas, spec)) return [];
  const perSecond = dataKeyPairQuotas[spec as keyof typeof dataKeyPairQuotas];
  return [{ id: `GenerateDataKeyPair/${spec}`, region, amount: 1, perSecond }];
}

function cryptographicShares(name: string, region: string, used: readonly KeySpec[]): Share[] {
  const families: readonly KeyFamily[] =
    name === 'GenerateRandom' ? ['symmetric'] : used.map((spec) => keySpecs[spec].family);
  const ids = new Set(families.map((family) => familyQuotas[family]));
  return [...ids].flatMap((id) => {
    if (id === null) return [];
    const perSecond = id === 'symmetric' ? symmetricQuota(region) : requestQuotas[id].perSecond;
    return [{ id, region, amount: 1, perSecond }];
  });
}

function symmetricQuota(region: string): number {
  return (
    (symmetricQuotaByRegion as Readonly<Record<string, number>>)[region] ?? symmetricQuotaByRegion.default
  );
}

/** A key store has a quota of its own besides the account's. */
function keyStoreShare(store: string | undefined, region: string): Share[] {
  return store === undefined
    ? []
    : [{ id: store, region, amount: 1, perSecond: customKeyStoreQuota, isOfStore: true }];
}

const secondOf = (at: number): number => Math.floor(at / 1000);

/** The counters of the current second. They are caught up from the trail, so that a restored world goes on with them. */
export class RequestCounters {
  private second = Number.NaN;
  private read = 0;
  private counts = new Map<string, number>();

  /** Whether this request, which is not in the trail yet, goes beyond a quota of the account that calls. */
  exceeds(trail: Pick<Trail, 'at' | 'length'>, request: TrailRecord): boolean {
    const { account } = request;
    if (account === null) return false;
    this.catchUp(trail, secondOf(request.at));
    return sharesOf(request).some(
      (share) => (this.counts.get(counterOf(account, share)) ?? 0) + share.amount > share.perSecond,
    );
  }

  private catchUp(trail: Pick<Trail, 'at' | 'length'>, second: number): void {
    if (second !== this.second) {
      this.second = second;
      this.counts = new Map();
      this.read = startOf(trail, second);
    }
    for (; this.read < trail.length; this.read++) {
      const record = trail.at(this.read);
      if (record !== undefined) this.count(record);
    }
  }

  private count(record: TrailRecord): void {
    const { kind, account, error } = record;
    if (kind === 'serviceEvent' || account === null || error?.name === 'ThrottlingException') return;
    for (const share of sharesOf(record)) {
      const id = counterOf(account, share);
      this.counts.set(id, (this.counts.get(id) ?? 0) + share.amount);
    }
  }
}

function counterOf(account: string, { id, region, isOfStore }: Share): string {
  return isOfStore ? id : `${account}/${region}/${id}`;
}

/** Where in the trail a second begins. */
function startOf(trail: Pick<Trail, 'at' | 'length'>, second: number): number {
  let start = trail.length;
  while (start > 0 && secondOf(trail.at(start - 1)?.at ?? 0) === second) start -= 1;
  return start;
}
