import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyMaterial, secretMaterial } from '../testing/key-material.ts';
import { generateMac, verifyMac } from './macs.ts';

const materials = {
  HMAC_224: await secretMaterial('HMAC_224'),
  HMAC_256: await secretMaterial('HMAC_256'),
  HMAC_384: await secretMaterial('HMAC_384'),
  HMAC_512: await secretMaterial('HMAC_512'),
};

describe.each([
  ['HMAC_SHA_224', 'HMAC_224', 'sha224'],
  ['HMAC_SHA_256', 'HMAC_256', 'sha256'],
  ['HMAC_SHA_384', 'HMAC_384', 'sha384'],
  ['HMAC_SHA_512', 'HMAC_512', 'sha512'],
] as const)('%s', (algorithm, keySpec, hash) => {
  const material = materials[keySpec];

  test('is what Node makes, and is verified', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (message) => {
        const mac = createHmac(hash, Buffer.from(material.secret, 'base64')).update(message).digest();
        const made = generateMac(material, { algorithm, message });
        expect(made).toEqual({ ok: true, value: new Uint8Array(mac) });
        expect(verifyMac(material, { algorithm, message, mac })).toEqual({ ok: true, value: true });
      }),
    );
  });

  test('a flipped bit anywhere, more or less of it, or another message is found', () => {
    const message = Uint8Array.of(1);
    const made = generateMac(material, { algorithm, message });
    const mac = made.ok ? made.value : new Uint8Array();
    const invalid = { ok: false, code: 'InvalidMac' };
    for (let bit = 0; bit < mac.length * 8; bit++) {
      const changed = mac.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifyMac(material, { algorithm, message, mac: changed })).toEqual(invalid);
    }
    expect(verifyMac(material, { algorithm, message, mac: mac.subarray(1) })).toEqual(invalid);
    expect(verifyMac(material, { algorithm, message, mac: Uint8Array.of(...mac, 0) })).toEqual(invalid);
    expect(verifyMac(material, { algorithm, message: Uint8Array.of(2), mac })).toEqual(invalid);
  });
});

test.each(['HMAC_224', 'SYMMETRIC_DEFAULT', 'RSA_2048'] as const)(
  '%s does not do HMAC_SHA_256',
  async (keySpec) => {
    const material = await keyMaterial(keySpec);
    const request = { algorithm: 'HMAC_SHA_256', message: Uint8Array.of(1) } as const;
    const wrong = { ok: false, code: 'IncompatibleAlgorithm', algorithm: 'HMAC_SHA_256', keySpec };
    expect(generateMac(material, request)).toEqual(wrong);
    expect(verifyMac(material, { ...request, mac: new Uint8Array(32) })).toEqual(wrong);
  },
);
