import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyId, keyMaterial, pairMaterial, secretMaterial } from '../testing/key-material.ts';
import { readKeyMaterial } from './read-material.ts';

const invalid = { ok: false, code: 'InvalidKeyMaterial' };

test.each(['SYMMETRIC_DEFAULT', 'HMAC_384', 'RSA_2048', 'ECC_NIST_P521', 'ML_KEM_768'] as const)(
  'saved key material of %s is read again',
  async (keySpec) => {
    const value = await keyMaterial(keySpec);
    expect(readKeyMaterial(keyId, JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
  },
);

test.each([undefined, null, 7, 'text', [], {}])('%j is none', (value) => {
  expect(readKeyMaterial(keyId, value)).toEqual(invalid);
});

test('nothing but key material is taken', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(readKeyMaterial(keyId, value)).toEqual(invalid);
    }),
  );
});

test('no field can be missing, more or changed', async () => {
  for (const value of [await secretMaterial('SYMMETRIC_DEFAULT'), await pairMaterial('ECC_NIST_P256')]) {
    const fields = Object.entries(value);
    for (const [name, text] of fields) {
      const without = Object.fromEntries(fields.filter(([other]) => other !== name));
      expect(readKeyMaterial(keyId, without)).toEqual(invalid);
      for (const changed of [`${text}A`, text.slice(1), '', '!', 7, null]) {
        expect(readKeyMaterial(keyId, { ...value, [name]: changed })).toEqual(invalid);
      }
    }
    expect(readKeyMaterial(keyId, { ...value, more: 1 })).toEqual(invalid);
    expect(readKeyMaterial('other', value)).toEqual(invalid);
  }
});

test('a public key cannot be exchanged for another', async () => {
  const { publicKey } = await pairMaterial('ECC_NIST_P256', 'other');
  expect(readKeyMaterial(keyId, { ...(await pairMaterial('ECC_NIST_P256')), publicKey })).toEqual(invalid);
});

test.each(['SM2', 'toString', '__proto__'])('%s is no key spec that is offered', async (keySpec) => {
  const material = await secretMaterial('SYMMETRIC_DEFAULT');
  expect(readKeyMaterial(keyId, { ...material, keySpec }).ok).toBe(false);
});
