import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KeySpec } from '../catalog/key-specs.ts';
import { fixedRsa, keyId, keyMaterial } from '../testing/key-material.ts';
import { nodePrivateKey, nodePublicKey } from '../testing/node-keys.ts';
import { seededBytes } from '../testing/randomness.ts';
import { fromBase64 } from './bytes.ts';
import { findImportParameters, makeImportParameters, unwrapKeyMaterial, wrapKeyMaterial } from './import.ts';
import type { ImportParameters, WrappingAlgorithm, WrappingKeySpec } from './types.ts';

/** The alternative initial value of RFC 5649. */
const keyWrapIv = Buffer.from('A65959A6', 'hex');
const invalid = { ok: false, code: 'InvalidCiphertext' };

async function parametersFor(
  keySpec: KeySpec,
  wrappingAlgorithm: WrappingAlgorithm,
  wrappingKeySpec: WrappingKeySpec = 'RSA_2048',
  seed = '',
): Promise<ImportParameters> {
  const wrapping = { wrappingAlgorithm, wrappingKeySpec };
  const randomness = { randomBytes: seededBytes(seed), generateRsa: fixedRsa };
  const made = await makeImportParameters(keySpec, wrapping, randomness);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function bytesOf(keySpec: KeySpec): Promise<Uint8Array> {
  const material = await keyMaterial(keySpec);
  return fromBase64(material.type === 'secret' ? material.secret : material.privateKey);
}

/** As the Developer Guide wraps with OpenSSL. */
function wrappedByNode({ wrappingKey, wrappingAlgorithm }: ImportParameters, bytes: Uint8Array): Uint8Array {
  const oaepHash = wrappingAlgorithm.endsWith('SHA_1') ? 'sha1' : 'sha256';
  const key = { key: nodePublicKey(wrappingKey), oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING };
  if (wrappingAlgorithm.startsWith('RSAES')) return publicEncrypt(key, bytes);
  const aesKey = randomBytes(32);
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, keyWrapIv);
  return Buffer.concat([publicEncrypt(key, aesKey), cipher.update(bytes), cipher.final()]);
}

const oaep = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const;
const aesWrap = ['RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256'] as const;
const wrappingKeySpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const;
const possible = [
  ...oaep.flatMap((algorithm) =>
    (
      [
        'SYMMETRIC_DEFAULT',
        'HMAC_224',
        'HMAC_256',
        'HMAC_384',
        'HMAC_512',
        'ECC_NIST_P256',
        'ECC_SECG_P256K1',
      ] as const
    ).map((keySpec) => ({ algorithm, keySpec })),
  ),
  ...aesWrap.flatMap((algorithm) =>
    (['RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256', 'ECC_NIST_P521'] as const).map((keySpec) => ({
      algorithm,
      keySpec,
    })),
  ),
];

describe.each(possible)('$keySpec under $algorithm', ({ algorithm, keySpec }) => {
  test('what Node wraps is imported as the same key material', async () => {
    for (const wrappingKeySpec of wrappingKeySpecs) {
      const parameters = await parametersFor(keySpec, algorithm, wrappingKeySpec);
      const wrapped = wrappedByNode(parameters, await bytesOf(keySpec));
      expect(unwrapKeyMaterial(parameters, keyId, keySpec, wrapped)).toEqual({
        ok: true,
        value: await keyMaterial(keySpec),
      });
    }
  });

  test('what is wrapped here is too, and nothing that was changed', async () => {
    const parameters = await parametersFor(keySpec, algorithm);
    const publicKey = fromBase64(parameters.wrappingKey.publicKey);
    const wrapped = wrapKeyMaterial(publicKey, algorithm, await bytesOf(keySpec), seededBytes(''));
    if (!wrapped.ok) throw new Error(wrapped.code);
    const value = await keyMaterial(keySpec);
    expect(unwrapKeyMaterial(parameters, keyId, keySpec, wrapped.value)).toEqual({ ok: true, value });
    for (const at of [0, 100, wrapped.value.length - 1]) {
      const changed = wrapped.value.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unwrapKeyMaterial(parameters, keyId, keySpec, changed)).toEqual(invalid);
    }
    expect(unwrapKeyMaterial(parameters, keyId, keySpec, wrapped.value.subarray(8))).toEqual(invalid);
  });
});

test.each(aesWrap)('Node unwraps what is wrapped here with %s', async (algorithm) => {
  const { wrappingKey } = await parametersFor('ECC_NIST_P256', algorithm);
  const bytes = await bytesOf('ECC_NIST_P256');
  const wrapped = wrapKeyMaterial(fromBase64(wrappingKey.publicKey), algorithm, bytes, seededBytes(''));
  if (!wrapped.ok) throw new Error(wrapped.code);
  const oaepHash = algorithm.endsWith('SHA_1') ? 'sha1' : 'sha256';
  const key = { key: nodePrivateKey(wrappingKey), oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING };
  const aesKey = privateDecrypt(key, wrapped.value.subarray(0, 256));
  const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, keyWrapIv);
  const unwrapped = Buffer.concat([decipher.update(wrapped.value.subarray(256)), decipher.final()]);
  expect(new Uint8Array(unwrapped)).toEqual(bytes);
});

test.each([
  ['SYMMETRIC_DEFAULT', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_4096'],
  ['HMAC_256', 'RSA_AES_KEY_WRAP_SHA_1', 'RSA_4096'],
  ['RSA_2048', 'RSAES_OAEP_SHA_256', 'RSA_4096'],
  ['ECC_NIST_P521', 'RSAES_OAEP_SHA_256', 'RSA_2048'],
  ['ECC_NIST_P521', 'RSAES_OAEP_SHA_1', 'RSA_2048'],
  ['ML_DSA_44', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_4096'],
  ['SM2', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_4096'],
] as const)('%s cannot be wrapped with %s under %s', async (keySpec, wrappingAlgorithm, wrappingKeySpec) => {
  const wrapping = { wrappingAlgorithm, wrappingKeySpec };
  const randomness = { randomBytes: seededBytes(''), generateRsa: fixedRsa };
  expect(await makeImportParameters(keySpec, wrapping, randomness)).toEqual({
    ok: false,
    code: 'IncompatibleWrapping',
    wrappingAlgorithm,
    wrappingKeySpec,
    keySpec,
  });
});

test("OpenSSL's private key of P-521 fits under RSAES_OAEP with RSA_3072", async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' });
  const parameters = await parametersFor('ECC_NIST_P521', 'RSAES_OAEP_SHA_256', 'RSA_3072');
  const wrapped = wrappedByNode(parameters, privateKey.export({ type: 'pkcs8', format: 'der' }));
  expect(unwrapKeyMaterial(parameters, keyId, 'ECC_NIST_P521', wrapped).ok).toBe(true);
});

test('key material of another length or kind is refused, once it is unwrapped', async () => {
  const parameters = await parametersFor('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256');
  const wrapped = wrappedByNode(parameters, new Uint8Array(16));
  expect(unwrapKeyMaterial(parameters, keyId, 'SYMMETRIC_DEFAULT', wrapped)).toEqual({
    ok: false,
    code: 'InvalidKeyMaterial',
  });
});

test('the algorithm must be the one that was asked for', async () => {
  const parameters = await parametersFor('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256');
  const wrapped = wrappedByNode({ ...parameters, wrappingAlgorithm: 'RSAES_OAEP_SHA_1' }, new Uint8Array(32));
  expect(unwrapKeyMaterial(parameters, keyId, 'SYMMETRIC_DEFAULT', wrapped)).toEqual(invalid);
});

test('an import token finds its parameters, and no other token does', async () => {
  const one = await parametersFor('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256', 'RSA_2048', 'one');
  const other = await parametersFor('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256', 'RSA_2048', 'other');
  const token = fromBase64(other.importToken);
  expect(findImportParameters([one, other], token)).toEqual({ ok: true, value: other });
  expect(findImportParameters([one], token)).toEqual({ ok: false, code: 'InvalidImportToken' });
});

describe('wrapping that cannot be', () => {
  const algorithm = 'RSAES_OAEP_SHA_256';

  test('with a public key that is not one', async () => {
    const refused = { ok: false, code: 'InvalidPublicKey' };
    expect(wrapKeyMaterial(new Uint8Array(), algorithm, new Uint8Array(32), seededBytes(''))).toEqual(
      refused,
    );
    const curve = await keyMaterial('ECC_NIST_P256');
    const publicKey = fromBase64(curve.type === 'pair' ? curve.publicKey : '');
    expect(wrapKeyMaterial(publicKey, algorithm, new Uint8Array(32), seededBytes(''))).toEqual(refused);
  });

  test('of more than the public key can encrypt', async () => {
    const { wrappingKey } = await parametersFor('SYMMETRIC_DEFAULT', algorithm);
    const publicKey = fromBase64(wrappingKey.publicKey);
    expect(wrapKeyMaterial(publicKey, algorithm, new Uint8Array(191), seededBytes(''))).toEqual({
      ok: false,
      code: 'InvalidKeyMaterial',
    });
  });
});
