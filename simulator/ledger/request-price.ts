import { type KeySpec, keySpecs } from '../catalog/key-specs.ts';
import type { requestPrices } from '../catalog/prices.ts';
import type { KeyFamily } from '../catalog/types.ts';
import type { TrailRecord } from '../world/trail.ts';

export type RequestPriceId = keyof typeof requestPrices;

/** Operations that cost more with an asymmetric key; all others cost what management costs. */
const pricedByKey: readonly string[] = [
  'Decrypt',
  'DeriveSharedSecret',
  'Encrypt',
  'GetPublicKey',
  'ReEncrypt',
  'Sign',
  'Verify',
];

/** The price of a request; null where AWS's price is not known: all that ML-KEM keys do, data key pairs of SM2. */
export function requestPriceOf({
  name,
  parameters,
  keySpecs: used = [],
}: TrailRecord): RequestPriceId | null {
  if (name.startsWith('GenerateDataKeyPair')) {
    const pair = parameters?.KeyPairSpec;
    if (typeof pair !== 'string') return null;
    if (pair.startsWith('RSA_')) return 'dataKeyPairRsa';
    return pair.startsWith('ECC_') ? 'dataKeyPairEcc' : null;
  }
  if (name === 'Encapsulate' || name === 'Decapsulate') return null;
  if (!pricedByKey.includes(name)) return 'symmetricAndManagement';
  // Between keys of two kinds the dearer one counts; AWS does not say.
  const prices = used.map(priceWithKey);
  if (prices.includes(null)) return null;
  if (prices.includes('asymmetricOther')) return 'asymmetricOther';
  return prices.includes('asymmetricRsa2048') ? 'asymmetricRsa2048' : 'symmetricAndManagement';
}

function priceWithKey(spec: KeySpec): RequestPriceId | null {
  const family: KeyFamily = keySpecs[spec].family;
  if (family === 'mlKem') return null;
  if (family === 'symmetric' || family === 'hmac') return 'symmetricAndManagement';
  return spec === 'RSA_2048' ? 'asymmetricRsa2048' : 'asymmetricOther';
}
