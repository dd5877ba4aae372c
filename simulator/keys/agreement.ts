import { readScalar, weierstrassCurves } from './curves.ts';
import { decodePublicKey, privateKeyOf } from './key-encoding.ts';
import { attempt, fail } from './result.ts';
import type { CryptoResult, KeyMaterial } from './types.ts';

const agreementSpecs = ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521'] as const;

/**
 * The secret that DeriveSharedSecret answers: the x coordinate of the point that both sides reach.
 * @param publicKey the other side's, as SubjectPublicKeyInfo in DER
 */
export function deriveSharedSecret(material: KeyMaterial, publicKey: Uint8Array): CryptoResult<Uint8Array> {
  const keySpec = agreementSpecs.find((spec) => spec === material.keySpec);
  if (material.type === 'secret' || keySpec === undefined) {
    return fail({ code: 'IncompatibleAlgorithm', algorithm: 'ECDH', keySpec: material.keySpec });
  }
  const scalar = readScalar(keySpec, privateKeyOf(material));
  const point = decodePublicKey(keySpec, publicKey);
  if (scalar === undefined) return fail({ code: 'InvalidKeyMaterial' });
  if (point === undefined) return fail({ code: 'InvalidPublicKey' });
  return attempt('InvalidPublicKey', () =>
    weierstrassCurves[keySpec].curve.getSharedSecret(scalar, point).subarray(1),
  );
}
