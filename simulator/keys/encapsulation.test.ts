import { shake128 } from '@noble/hashes/sha3.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyId, keyMaterial, pairMaterial } from '../testing/key-material.ts';
import openSsl from '../testing/openssl-lattices.json' with { type: 'json' };
import { seededBytes } from '../testing/randomness.ts';
import { fromBase64 } from './bytes.ts';
import { tagged } from './der.ts';
import { decapsulate, encapsulate } from './encapsulation.ts';
import { encodePrivateKey, publicKeyOf } from './key-encoding.ts';
import { makeKeyMaterial } from './material.ts';
import type { PairKeySpec, PairMaterial } from './types.ts';

const specs = [
  ['ML_KEM_512', 768],
  ['ML_KEM_768', 1088],
  ['ML_KEM_1024', 1568],
] as const;

function imported(keySpec: PairKeySpec, pkcs8: Uint8Array): PairMaterial {
  const made = makeKeyMaterial(keyId, keySpec, pkcs8);
  if (!made.ok || made.value.type === 'secret') throw new Error('no key pair');
  return made.value;
}

describe.each(specs)('%s', (keySpec, length) => {
  test('both sides have the same secret', async () => {
    const material = await pairMaterial(keySpec);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const made = encapsulate(material, seededBytes(seed));
        if (!made.ok) throw new Error(made.code);
        expect(made.value.ciphertext).toHaveLength(length);
        expect(made.value.sharedSecret).toHaveLength(32);
        const { ciphertext, sharedSecret } = made.value;
        expect(decapsulate(material, ciphertext)).toEqual({ ok: true, value: sharedSecret });
      }),
      { numRuns: 20 },
    );
  });

  test('a changed ciphertext gives another secret without an error, always the same', async () => {
    const material = await pairMaterial(keySpec);
    const made = encapsulate(material, seededBytes(''));
    if (!made.ok) throw new Error(made.code);
    const { ciphertext, sharedSecret } = made.value;
    fc.assert(
      fc.property(fc.nat(length * 8 - 1), (bit) => {
        const changed = ciphertext.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const secret = decapsulate(material, changed);
        expect(secret).toMatchObject({ ok: true });
        expect(secret).not.toEqual({ ok: true, value: sharedSecret });
        expect(decapsulate(material, changed)).toEqual(secret);
      }),
      { numRuns: 20 },
    );
  });

  test('a ciphertext of another length is refused', async () => {
    const material = await pairMaterial(keySpec);
    const invalid = { ok: false, code: 'InvalidCiphertext' };
    for (const wrong of [0, length - 1, length + 1]) {
      expect(decapsulate(material, new Uint8Array(wrong))).toEqual(invalid);
    }
  });
});

test.each(openSsl.encapsulations)('the secret OpenSSL encapsulated for $keySpec is found', (vector) => {
  const material = imported(vector.keySpec as PairKeySpec, fromBase64(vector.privateKey));
  expect(decapsulate(material, fromBase64(vector.ciphertext))).toEqual({
    ok: true,
    value: fromBase64(vector.sharedSecret),
  });
});

// https://github.com/C2SP/CCTV/tree/main/ML-KEM, and Go's crypto/mlkem: a hundred exchanges, in one hash.
test('ML_KEM_768 has the keys, ciphertexts and secrets that others have', () => {
  const source = shake128.create({});
  const randomBytes = (length: number) => source.xof(length);
  const results = shake128.create({ dkLen: 32 });
  for (let round = 0; round < 100; round++) {
    const seed = tagged(0, false, randomBytes(64));
    const material = imported('ML_KEM_768', encodePrivateKey('ML_KEM_768', seed));
    const made = encapsulate(material, randomBytes);
    const rejected = decapsulate(material, randomBytes(1088));
    if (!made.ok || !rejected.ok) throw new Error('no secret');
    results.update(publicKeyOf(material)).update(made.value.ciphertext);
    results.update(made.value.sharedSecret).update(rejected.value);
  }
  expect(Buffer.from(results.digest()).toString('hex')).toBe(
    '1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415',
  );
});

test.each(['ML_DSA_44', 'ECC_NIST_P256', 'SYMMETRIC_DEFAULT'] as const)(
  '%s encapsulates nothing',
  async (keySpec) => {
    const material = await keyMaterial(keySpec);
    const wrong = { ok: false, code: 'IncompatibleAlgorithm', algorithm: 'ML_KEM', keySpec };
    expect(encapsulate(material, seededBytes(''))).toEqual(wrong);
    expect(decapsulate(material, new Uint8Array(768))).toEqual(wrong);
  },
);

test('damaged key material', async () => {
  const damaged = { ...(await pairMaterial('ML_KEM_512')), privateKey: '', publicKey: '' };
  const refused = { ok: false, code: 'InvalidKeyMaterial' };
  expect(encapsulate(damaged, seededBytes(''))).toEqual(refused);
  expect(decapsulate(damaged, new Uint8Array(768))).toEqual(refused);
});
