// Signatures that this Node cannot check, against what others published.
import { createHash } from 'node:crypto';
import { shake128, shake256 } from '@noble/hashes/sha3.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { keyId, pairMaterial } from '../testing/key-material.ts';
import openSsl from '../testing/openssl-lattices.json' with { type: 'json' };
import { seededBytes } from '../testing/randomness.ts';
import { fromBase64 } from './bytes.ts';
import { octetString } from './der.ts';
import { encodePrivateKey, publicKeyOf } from './key-encoding.ts';
import { mlDsa } from './lattices.ts';
import { makeKeyMaterial } from './material.ts';
import { sign, verify } from './signatures.ts';
import { signers } from './signers.ts';
import type { PairKeySpec, PairMaterial } from './types.ts';

function imported(keySpec: PairKeySpec, pkcs8: Uint8Array): PairMaterial {
  const made = makeKeyMaterial(keyId, keySpec, pkcs8);
  if (!made.ok || made.value.type === 'secret') throw new Error('no key pair');
  return made.value;
}

test('Ed25519ph signs as in RFC 8032, section 7.3', () => {
  const secret = '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42';
  const pkcs8 = encodePrivateKey('ECC_NIST_EDWARDS25519', octetString(hexToBytes(secret)));
  const material = imported('ECC_NIST_EDWARDS25519', pkcs8);
  const message = { messageType: 'DIGEST', message: utf8ToBytes('abc') } as const;
  const signature = signers.ED25519_PH_SHA_512.sign(material, message, seededBytes(''));
  expect(Buffer.from(signature).toString('hex')).toBe(
    '98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae41' +
      '31f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406',
  );
  expect(signers.ED25519_PH_SHA_512.verify(material, message, signature)).toBe(true);
});

test('ED25519_PH_SHA_512 hashes the digest again, as KMS does', async () => {
  const material = await pairMaterial('ECC_NIST_EDWARDS25519');
  const digest = createHash('sha512').update('hello').digest();
  const request = { algorithm: 'ED25519_PH_SHA_512', messageType: 'DIGEST', message: digest } as const;
  const signature = sign(material, request, seededBytes(''));
  const plain = signers.ED25519_SHA_512.verify(material, request, signature.ok ? signature.value : digest);
  expect(plain).toBe(false);
});

describe('ML-DSA', () => {
  test.each(openSsl.signatures)("OpenSSL's signature with $keySpec is verified", (vector) => {
    const material = imported(vector.keySpec as PairKeySpec, fromBase64(vector.privateKey));
    const request = {
      algorithm: 'ML_DSA_SHAKE_256',
      messageType: 'RAW',
      message: fromBase64(vector.message),
      signature: fromBase64(vector.signature),
    } as const;
    expect(verify(material, request)).toEqual({ ok: true, value: true });
    const mu = externalMu(material, request.message);
    expect(verify(material, { ...request, messageType: 'EXTERNAL_MU', message: mu })).toEqual({
      ok: true,
      value: true,
    });
  });

  // https://github.com/C2SP/CCTV/tree/main/ML-DSA/accumulated: a hundred keys and their signatures, in one hash.
  test.each([
    ['ML_DSA_44', 'd51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4'],
    ['ML_DSA_65', '8358a1843220194417cadbc2651295cd8fc65125b5a5c1a239a16dc8b57ca199'],
    ['ML_DSA_87', '8c3ad714777622b8f21ce31bb35f71394f23bc0fcf3c78ace5d608990f3b061b'],
  ] as const)(
    '%s has the keys and signatures that others have',
    (keySpec, expected) => {
      const seeds = shake128.create({});
      const results = shake128.create({ dkLen: 32 });
      for (let round = 0; round < 100; round++) {
        const { publicKey, secretKey } = mlDsa[keySpec].keygen(seeds.xof(32));
        results.update(publicKey);
        results.update(mlDsa[keySpec].sign(new Uint8Array(), secretKey, { extraEntropy: false }));
      }
      expect(Buffer.from(results.digest()).toString('hex')).toBe(expected);
      // A hundred keys take their time on a machine that has other work.
    },
    60_000,
  );

  test('a message and its µ have the same signature', async () => {
    const material = await pairMaterial('ML_DSA_44');
    const algorithm = 'ML_DSA_SHAKE_256';
    const message = utf8ToBytes('hello');
    const mu = externalMu(material, message);
    const raw = sign(material, { algorithm, messageType: 'RAW', message }, seededBytes(''));
    const external = sign(material, { algorithm, messageType: 'EXTERNAL_MU', message: mu }, seededBytes(''));
    expect(external).toEqual(raw);
  });
});

/** FIPS 204, algorithms 2 and 7: no context, and a hash of the public key in front. */
function externalMu(material: PairMaterial, message: Uint8Array): Uint8Array {
  const keyHash = shake256(publicKeyOf(material), { dkLen: 64 });
  return shake256(concatBytes(keyHash, Uint8Array.of(0, 0), message), { dkLen: 64 });
}
