import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeySpec } from '../catalog/key-specs.ts';
import { keySpecs } from '../catalog/key-specs.ts';
import {
  classicPairSpecs,
  fixedRsa,
  keyId,
  keyMaterial,
  pairMaterial,
  secretMaterial,
} from '../testing/key-material.ts';
import { nodePrivateKey, nodePublicKey } from '../testing/node-keys.ts';
import openSsl from '../testing/openssl-lattices.json' with { type: 'json' };
import { nodeRsa, seededBytes } from '../testing/randomness.ts';
import { fromBase64 } from './bytes.ts';
import { generateDataKeyPair, generateKeyMaterial, makeKeyMaterial } from './material.ts';
import { rsaFromSeed } from './rsa-generate.ts';
import type { GenerateRsa } from './types.ts';

const specs = (Object.keys(keySpecs) as KeySpec[]).filter((spec) => spec !== 'SM2');

describe.each(specs)('%s', (keySpec) => {
  test('the same random bytes make the same key material, others make another', async () => {
    expect(await keyMaterial(keySpec, 'a')).toEqual(await keyMaterial(keySpec, 'a'));
    if (keySpec.startsWith('RSA')) return;
    expect(await keyMaterial(keySpec, 'b')).not.toEqual(await keyMaterial(keySpec, 'a'));
  });

  test('is plain data with an id for key and material', async () => {
    const material = await keyMaterial(keySpec);
    expect(JSON.parse(JSON.stringify(material))).toEqual(material);
    expect(material.keyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    const bytes = fromBase64(material.type === 'secret' ? material.secret : material.privateKey);
    expect(makeKeyMaterial(keyId, keySpec, bytes)).toEqual({ ok: true, value: material });
    const other = makeKeyMaterial('other', keySpec, bytes);
    expect(other.ok && other.value.keyMaterialId).not.toBe(material.keyMaterialId);
  });

  test('no other bytes are its key material', async () => {
    const material = await keyMaterial(keySpec);
    const bytes = fromBase64(material.type === 'secret' ? material.secret : material.privateKey);
    const wrong = { ok: false, code: 'InvalidKeyMaterial' };
    expect(makeKeyMaterial(keyId, keySpec, bytes.subarray(1))).toEqual(wrong);
    expect(makeKeyMaterial(keyId, keySpec, Uint8Array.of(...bytes, 0))).toEqual(wrong);
    expect(makeKeyMaterial(keyId, keySpec, new Uint8Array())).toEqual(wrong);
    const foreign = await pairMaterial(keySpec === 'ECC_NIST_P384' ? 'ECC_NIST_P521' : 'ECC_NIST_P384');
    expect(makeKeyMaterial(keyId, keySpec, fromBase64(foreign.privateKey))).toEqual(wrong);
  });
});

test.each([
  ['SYMMETRIC_DEFAULT', 32],
  ['HMAC_224', 28],
  ['HMAC_256', 32],
  ['HMAC_384', 48],
  ['HMAC_512', 64],
] as const)('%s has %i bytes', async (keySpec, length) => {
  expect(fromBase64((await secretMaterial(keySpec)).secret)).toHaveLength(length);
});

test('SM2 is not offered', async () => {
  const refused = { ok: false, code: 'UnsupportedKeySpec', keySpec: 'SM2' };
  expect(await generateKeyMaterial(keyId, 'SM2', { randomBytes: seededBytes('') })).toEqual(refused);
  expect(await generateDataKeyPair('SM2', { randomBytes: seededBytes('') })).toEqual(refused);
  expect(makeKeyMaterial(keyId, 'SM2', new Uint8Array(32))).toEqual(refused);
});

test.each(classicPairSpecs)('Node reads keys of %s, and writes them the same', async (keySpec) => {
  const material = await pairMaterial(keySpec);
  const privateKey = nodePrivateKey(material).export({ type: 'pkcs8', format: 'der' });
  const publicKey = nodePublicKey(material).export({ type: 'spki', format: 'der' });
  expect(privateKey.toString('base64')).toBe(material.privateKey);
  expect(publicKey.toString('base64')).toBe(material.publicKey);
});

test.each([...openSsl.signatures, ...openSsl.encapsulations])(
  "OpenSSL's key of $keySpec is read and has the same public key",
  ({ keySpec, privateKey, publicKeySha256 }) => {
    const made = makeKeyMaterial(keyId, keySpec as KeySpec, fromBase64(privateKey));
    expect(made).toMatchObject({ ok: true, value: { type: 'pair', privateKey } });
    const publicKey = made.ok && made.value.type === 'pair' ? made.value.publicKey : '';
    expect(createHash('sha256').update(publicKey, 'base64').digest('hex')).toBe(publicKeySha256);
  },
);

test.each([
  ['ECC_NIST_P256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['ECC_NIST_P384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['ECC_NIST_P521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' })],
  ['ECC_SECG_P256K1', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
  ['ECC_NIST_EDWARDS25519', () => generateKeyPairSync('ed25519')],
  ['RSA_2048', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
] as const)("Node's keys are taken for %s", (keySpec, generate) => {
  const { privateKey, publicKey } = generate();
  const made = makeKeyMaterial(keyId, keySpec, privateKey.export({ type: 'pkcs8', format: 'der' }));
  const expected = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  expect(made).toMatchObject({ ok: true, value: { publicKey: expected } });
});

describe('RSA', () => {
  test('without a generator, the random bytes alone decide the key', async () => {
    // The search is a short one with these.
    const generate = () => generateKeyMaterial(keyId, 'RSA_2048', { randomBytes: seededBytes('RSA 7') });
    const made = await generate();
    expect(made).toEqual(await generate());
    if (!made.ok || made.value.type === 'secret') throw new Error('no key pair');
    const privateKey = nodePrivateKey(made.value);
    expect(privateKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n });
    expect(
      verify(
        'sha256',
        Buffer.from('hello'),
        nodePublicKey(made.value),
        sign('sha256', Buffer.from('hello'), privateKey),
      ),
    ).toBe(true);
  });

  test('the seed alone decides the key, wherever it is searched for', async () => {
    const seeds: Uint8Array[] = [];
    const generateRsa: GenerateRsa = (bits, seed) => {
      seeds.push(seed);
      return rsaFromSeed(bits, seed);
    };
    const made = await generateDataKeyPair('RSA_2048', { randomBytes: seededBytes('RSA 7'), generateRsa });
    expect(made).toEqual(await generateDataKeyPair('RSA_2048', { randomBytes: seededBytes('RSA 7') }));
    expect(seeds).toEqual([seededBytes('RSA 7')(48)]);
  });

  test('a generator that is faster is used where there is one', async () => {
    const randomBytes = seededBytes('');
    const made = await generateDataKeyPair('RSA_2048', { randomBytes, generateRsa: nodeRsa });
    const fixed = await generateDataKeyPair('RSA_2048', { randomBytes, generateRsa: fixedRsa });
    expect(made).toMatchObject({ ok: true });
    expect(made).not.toEqual(fixed);
  });

  test('WebCrypto can be that generator', async () => {
    const { subtle } = globalThis.crypto;
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-256', publicExponent: Uint8Array.of(1, 0, 1) };
    const generateRsa = async (modulusLength: number) => {
      const pair = await subtle.generateKey({ ...algorithm, modulusLength }, true, ['sign', 'verify']);
      return new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
    };
    const made = await generateDataKeyPair('RSA_2048', { randomBytes: seededBytes(''), generateRsa });
    expect(made).toMatchObject({ ok: true });
  });

  test('what a generator makes is checked', async () => {
    const randomBytes = seededBytes('');
    const wrongLength: GenerateRsa = (_, seed) => fixedRsa(3072, seed);
    expect(await generateDataKeyPair('RSA_2048', { randomBytes, generateRsa: wrongLength })).toEqual({
      ok: false,
      code: 'InvalidKeyMaterial',
    });
  });

  test('a damaged private key is not taken', async () => {
    const { privateKey } = await pairMaterial('RSA_2048');
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = fromBase64(privateKey);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ change;
        // The version inside PKCS#8 may be 0 or 1; nothing else can change.
        fc.pre(!(index === 6 && change === 1));
        expect(makeKeyMaterial(keyId, 'RSA_2048', bytes).ok).toBe(false);
      }),
    );
  });
});
