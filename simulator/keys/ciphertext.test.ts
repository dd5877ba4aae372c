import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyArn, keyMaterial, secretMaterial } from '../testing/key-material.ts';
import { seededBytes } from '../testing/randomness.ts';
import { readCiphertext } from './ciphertext.ts';
import { decrypt, encrypt } from './encryption.ts';
import { encodeContext } from './encryption-context.ts';
import type { EncryptionContext, KeyMaterial } from './types.ts';

const algorithm = 'SYMMETRIC_DEFAULT';
const invalid = { ok: false, code: 'InvalidCiphertext' };
const material = await secretMaterial(algorithm);
const context = { tenant: '7', purpose: 'invoices' };

const plaintexts = fc.uint8Array({ minLength: 1, maxLength: 200 });
const contexts = fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 });

function encrypted(plaintext: Uint8Array, pairs: EncryptionContext, seed = ''): Uint8Array {
  const made = encrypt(material, { algorithm, keyArn, plaintext, context: pairs }, seededBytes(seed));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const decrypted = (ciphertext: Uint8Array, pairs?: EncryptionContext, key: KeyMaterial = material) =>
  decrypt(key, { algorithm, ciphertext, context: pairs });

test('decrypting gives what was encrypted', () => {
  fc.assert(
    fc.property(plaintexts, contexts, (plaintext, pairs) => {
      expect(decrypted(encrypted(plaintext, pairs), pairs)).toEqual({ ok: true, value: plaintext });
    }),
  );
});

test('the ciphertext names key and key material', () => {
  const { keyMaterialId } = material;
  const ciphertext = encrypted(Uint8Array.of(1), context);
  expect(readCiphertext(ciphertext)).toEqual({ ok: true, value: { keyArn, keyMaterialId } });
});

test('the same plaintext has another ciphertext each time, and the same from the same random bytes', () => {
  const plaintext = Uint8Array.of(1);
  expect(encrypted(plaintext, context, 'a')).not.toEqual(encrypted(plaintext, context, 'b'));
  expect(encrypted(plaintext, context, 'a')).toEqual(encrypted(plaintext, context, 'a'));
});

test('4,096 bytes are the most, and fit into the 6,144 of a ciphertext', () => {
  expect(encrypted(new Uint8Array(4096), context).length).toBeLessThanOrEqual(6144);
  const request = { algorithm, keyArn, plaintext: new Uint8Array(4097) } as const;
  expect(encrypt(material, request, seededBytes(''))).toEqual({
    ok: false,
    code: 'PlaintextTooLong',
    algorithm,
    keySpec: algorithm,
    limit: 4096,
  });
});

test('a flipped bit anywhere is found', () => {
  const ciphertext = encrypted(Uint8Array.of(1, 2, 3), context);
  for (let bit = 0; bit < ciphertext.length * 8; bit++) {
    const changed = ciphertext.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(decrypted(changed, context), `bit ${bit}`).toEqual(invalid);
  }
});

test('a ciphertext cut short or with more behind it is found', () => {
  const ciphertext = encrypted(Uint8Array.of(1, 2, 3), context);
  for (let length = 0; length < ciphertext.length; length++) {
    expect(decrypted(ciphertext.subarray(0, length), context)).toEqual(invalid);
  }
  expect(decrypted(Uint8Array.of(...ciphertext, 0), context)).toEqual(invalid);
});

test('any other bytes are no ciphertext', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decrypted(bytes)).toEqual(invalid);
      expect(readCiphertext(bytes)).toEqual(invalid);
    }),
  );
});

test('a different context gives nothing', () => {
  fc.assert(
    fc.property(contexts, contexts, (one, other) => {
      fc.pre(String(encodeContext(one)) !== String(encodeContext(other)));
      expect(decrypted(encrypted(Uint8Array.of(1), one), other)).toEqual(invalid);
    }),
  );
});

test('other key material gives nothing, even under the same id', async () => {
  const other = await secretMaterial(algorithm, 'other');
  const ciphertext = encrypted(Uint8Array.of(1), context);
  expect(decrypted(ciphertext, context, other)).toEqual(invalid);
  const posing = { ...other, keyMaterialId: material.keyMaterialId };
  expect(decrypted(ciphertext, context, posing)).toEqual(invalid);
});

test('Node decrypts it as AES-256-GCM, with header and context as authenticated data', () => {
  const plaintext = Buffer.from('plaintext');
  const ciphertext = encrypted(plaintext, context);
  const ivAt = ciphertext.length - plaintext.length - 16 - 12;
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(material.secret, 'base64'),
    ciphertext.subarray(ivAt, ivAt + 12),
  );
  decipher.setAAD(Buffer.concat([ciphertext.subarray(0, ivAt), encodeContext(context)]));
  decipher.setAuthTag(ciphertext.subarray(-16));
  const opened = Buffer.concat([decipher.update(ciphertext.subarray(ivAt + 12, -16)), decipher.final()]);
  expect(opened).toEqual(plaintext);
});

test.each(['HMAC_256', 'ECC_NIST_P256', 'RSA_2048'] as const)('%s is no key for it', async (keySpec) => {
  const request = { algorithm, keyArn, plaintext: Uint8Array.of(1) } as const;
  const wrong = { ok: false, code: 'IncompatibleAlgorithm', algorithm, keySpec };
  const key = await keyMaterial(keySpec);
  expect(encrypt(key, request, seededBytes(''))).toEqual(wrong);
  expect(decrypted(encrypted(Uint8Array.of(1), {}), {}, key)).toEqual(wrong);
});
