import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyMaterial, pairMaterial } from '../testing/key-material.ts';
import { nodePrivateKey } from '../testing/node-keys.ts';
import { deriveSharedSecret } from './agreement.ts';
import { fromBase64 } from './bytes.ts';
import { encodePublicKey } from './key-encoding.ts';

const invalid = { ok: false, code: 'InvalidPublicKey' };
const spki = { type: 'spki', format: 'der' } as const;

const curves = [
  ['ECC_NIST_P256', 'prime256v1', 32],
  ['ECC_NIST_P384', 'secp384r1', 48],
  ['ECC_NIST_P521', 'secp521r1', 66],
] as const;

describe.each(curves)('%s', (keySpec, namedCurve, length) => {
  const peer = generateKeyPairSync('ec', { namedCurve });

  test('both sides reach the secret that Node reaches', async () => {
    const material = await pairMaterial(keySpec);
    const privateKey = nodePrivateKey(material);
    const secret = diffieHellman({ privateKey, publicKey: peer.publicKey });
    expect(secret).toHaveLength(length);
    const derived = deriveSharedSecret(material, peer.publicKey.export(spki));
    expect(derived).toEqual({ ok: true, value: new Uint8Array(secret) });
    const otherSide = diffieHellman({
      privateKey: peer.privateKey,
      publicKey: createPublicKey({ key: Buffer.from(material.publicKey, 'base64'), ...spki }),
    });
    expect(otherSide).toEqual(secret);
  });

  test('a compressed point is the same point', async () => {
    const material = await pairMaterial(keySpec);
    const ecdh = createECDH(namedCurve);
    ecdh.generateKeys();
    const compressed = encodePublicKey(keySpec, ecdh.getPublicKey(null, 'compressed'));
    const uncompressed = encodePublicKey(keySpec, ecdh.getPublicKey());
    const secret = deriveSharedSecret(material, compressed);
    expect(secret.ok).toBe(true);
    expect(secret).toEqual(deriveSharedSecret(material, uncompressed));
  });

  test('a public key of another curve or kind, or that is none, is refused', async () => {
    const material = await pairMaterial(keySpec);
    const own = fromBase64(material.publicKey);
    const offCurve = own.slice();
    offCurve[own.length - 1] = (own.at(-1) ?? 0) ^ 1;
    const other = keySpec === 'ECC_NIST_P256' ? 'ECC_NIST_P384' : 'ECC_NIST_P256';
    const foreign = [other, 'ECC_SECG_P256K1', 'RSA_2048', 'ECC_NIST_EDWARDS25519'] as const;
    const keys = await Promise.all(
      foreign.map(async (spec) => fromBase64((await pairMaterial(spec)).publicKey)),
    );
    const infinity = encodePublicKey(keySpec, Uint8Array.of(0));
    for (const wrong of [
      ...keys,
      offCurve,
      infinity,
      own.subarray(1),
      Uint8Array.of(...own, 0),
      new Uint8Array(),
    ]) {
      expect(deriveSharedSecret(material, wrong)).toEqual(invalid);
    }
  });
});

test.each(['ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519', 'RSA_2048', 'SYMMETRIC_DEFAULT'] as const)(
  '%s agrees on nothing',
  async (keySpec) => {
    const peer = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    expect(deriveSharedSecret(await keyMaterial(keySpec), peer.publicKey.export(spki))).toEqual({
      ok: false,
      code: 'IncompatibleAlgorithm',
      algorithm: 'ECDH',
      keySpec,
    });
  },
);

test('damaged key material', async () => {
  const material = await pairMaterial('ECC_NIST_P256');
  const damaged = { ...material, privateKey: '' };
  const code = 'InvalidKeyMaterial';
  expect(deriveSharedSecret(damaged, fromBase64(material.publicKey))).toEqual({ ok: false, code });
});
