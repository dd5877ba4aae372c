import { constants, privateDecrypt, publicEncrypt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plaintextLimits } from '../catalog/algorithms.ts';
import { keyArn, pairMaterial } from '../testing/key-material.ts';
import { nodePrivateKey, nodePublicKey } from '../testing/node-keys.ts';
import { seededBytes } from '../testing/randomness.ts';
import { decrypt, encrypt } from './encryption.ts';

const materials = {
  RSA_2048: await pairMaterial('RSA_2048'),
  RSA_3072: await pairMaterial('RSA_3072'),
  RSA_4096: await pairMaterial('RSA_4096'),
};
const invalid = { ok: false, code: 'InvalidCiphertext' };

const cases = (['RSA_2048', 'RSA_3072', 'RSA_4096'] as const).flatMap((keySpec) =>
  (['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const).map((algorithm) => ({ keySpec, algorithm })),
);

describe.each(cases)('$algorithm with $keySpec', ({ keySpec, algorithm }) => {
  const material = materials[keySpec];
  const limit = plaintextLimits[keySpec][algorithm];
  const oaepHash = algorithm === 'RSAES_OAEP_SHA_1' ? 'sha1' : 'sha256';
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const longest = seededBytes('plaintext')(limit);

  test('Node decrypts what is encrypted here, up to the longest plaintext', () => {
    for (const plaintext of [longest, longest.subarray(0, 1)]) {
      const made = encrypt(material, { algorithm, keyArn, plaintext }, seededBytes(''));
      const key = nodePrivateKey(material);
      expect(made.ok && new Uint8Array(privateDecrypt({ key, oaepHash, padding }, made.value))).toEqual(
        plaintext,
      );
    }
  });

  test('what Node encrypts is decrypted here', () => {
    for (const plaintext of [longest, longest.subarray(0, 1), new Uint8Array()]) {
      const ciphertext = publicEncrypt({ key: nodePublicKey(material), oaepHash, padding }, plaintext);
      expect(decrypt(material, { algorithm, ciphertext })).toEqual({ ok: true, value: plaintext });
    }
  });

  test('a longer plaintext is refused', () => {
    const plaintext = new Uint8Array(limit + 1);
    expect(encrypt(material, { algorithm, keyArn, plaintext }, seededBytes(''))).toEqual({
      ok: false,
      code: 'PlaintextTooLong',
      algorithm,
      keySpec,
      limit,
    });
  });
});

describe('RSAES_OAEP', () => {
  const material = materials.RSA_2048;
  const algorithm = 'RSAES_OAEP_SHA_256';
  const plaintext = Uint8Array.of(1, 2, 3);
  const made = encrypt(material, { algorithm, keyArn, plaintext }, seededBytes(''));
  const ciphertext = made.ok ? made.value : new Uint8Array();

  test('decrypting gives what was encrypted', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 190 }), fc.string(), (bytes, seed) => {
        const sealed = encrypt(material, { algorithm, keyArn, plaintext: bytes }, seededBytes(seed));
        if (!sealed.ok) throw new Error(sealed.code);
        const opened = decrypt(material, { algorithm, ciphertext: sealed.value });
        expect(opened).toEqual({ ok: true, value: bytes });
      }),
      { numRuns: 20 },
    );
  });

  test('the random bytes decide the ciphertext', () => {
    const again = (seed: string) => encrypt(material, { algorithm, keyArn, plaintext }, seededBytes(seed));
    expect(again('')).toEqual(made);
    expect(again('other')).not.toEqual(made);
  });

  test('a flipped bit anywhere is found', () => {
    fc.assert(
      fc.property(fc.nat(2047), (bit) => {
        const changed = ciphertext.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(decrypt(material, { algorithm, ciphertext: changed })).toEqual(invalid);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a byte less', ciphertext.subarray(1)],
    ['a byte more', Uint8Array.of(0, ...ciphertext)],
    ['a number greater than the modulus', new Uint8Array(256).fill(0xff)],
    ['zero', new Uint8Array(256)],
  ])('%s is no ciphertext', (_name, bytes) => {
    expect(decrypt(material, { algorithm, ciphertext: bytes })).toEqual(invalid);
  });

  test('the hash must be the same', () => {
    expect(decrypt(material, { algorithm: 'RSAES_OAEP_SHA_1', ciphertext })).toEqual(invalid);
  });

  test('there is no encryption context', () => {
    const refused = { ok: false, code: 'EncryptionContextNotSupported' };
    const context = { a: 'b' };
    expect(encrypt(material, { algorithm, keyArn, plaintext, context }, seededBytes(''))).toEqual(refused);
    expect(decrypt(material, { algorithm, ciphertext, context })).toEqual(refused);
  });

  test('a key on a curve cannot do it', async () => {
    const curve = await pairMaterial('ECC_NIST_P256');
    const wrong = { ok: false, code: 'IncompatibleAlgorithm', algorithm, keySpec: 'ECC_NIST_P256' };
    expect(encrypt(curve, { algorithm, keyArn, plaintext }, seededBytes(''))).toEqual(wrong);
    expect(decrypt(curve, { algorithm, ciphertext })).toEqual(wrong);
  });
});
