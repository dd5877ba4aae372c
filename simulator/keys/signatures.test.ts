import * as node from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithms } from '../catalog/algorithms.ts';
import { keyMaterial, pairMaterial } from '../testing/key-material.ts';
import { nodePrivateKey, nodePublicKey } from '../testing/node-keys.ts';
import { seededBytes } from '../testing/randomness.ts';
import { type SigningRequest, sign, verify } from './signatures.ts';
import type { PairKeySpec, PairMaterial, SigningAlgorithm } from './types.ts';

const invalid = { ok: false, code: 'InvalidSignature' };
const valid = { ok: true, value: true };

const cases = (Object.keys(algorithms) as (keyof typeof algorithms)[]).flatMap((algorithm) => {
  const row = algorithms[algorithm];
  if (row.usage !== 'SIGN_VERIFY' || algorithm === 'SM2DSA') return [];
  return row.keySpecs.map((keySpec) => ({
    algorithm: algorithm as SigningAlgorithm,
    keySpec: keySpec as PairKeySpec,
    messageTypes: row.messageTypes,
  }));
});

const materials = new Map<PairKeySpec, PairMaterial>();
for (const { keySpec } of cases) materials.set(keySpec, await pairMaterial(keySpec));

function materialOf(keySpec: PairKeySpec): PairMaterial {
  const material = materials.get(keySpec);
  if (material === undefined) throw new Error(keySpec);
  return material;
}

function signed(material: PairMaterial, request: SigningRequest, seed = ''): Uint8Array {
  const made = sign(material, request, seededBytes(seed));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

/** A message as each type wants it. */
function requestFor(algorithm: SigningAlgorithm, messageType: SigningRequest['messageType'], text: string) {
  const hash = `sha${/\d+$/.exec(algorithm)?.[0]}`;
  const message = {
    RAW: () => Buffer.from(text),
    DIGEST: () => node.createHash(hash).update(text).digest(),
    EXTERNAL_MU: () => node.createHash('shake256', { outputLength: 64 }).update(text).digest(),
  }[messageType]();
  return { algorithm, messageType, message: new Uint8Array(message) };
}

describe.each(cases)('$algorithm with $keySpec', ({ algorithm, keySpec, messageTypes }) => {
  const material = materialOf(keySpec);

  test.each(messageTypes)('signatures of a %s message are verified, and no others', (messageType) => {
    const request = requestFor(algorithm, messageType, 'hello');
    const signature = signed(material, request);
    expect(verify(material, { ...request, signature })).toEqual(valid);
    const other = requestFor(algorithm, messageType, 'hellp');
    expect(verify(material, { ...other, signature })).toEqual(invalid);
  });

  test('a flipped bit anywhere is found', () => {
    const request = requestFor(algorithm, messageTypes[0], 'hello');
    const signature = signed(material, request);
    fc.assert(
      fc.property(fc.nat(signature.length * 8 - 1), (bit) => {
        const changed = signature.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(verify(material, { ...request, signature: changed })).toEqual(invalid);
      }),
      { numRuns: 20 },
    );
  });

  test('what is cut short, longer, or all zeros or ones is no signature', () => {
    const request = requestFor(algorithm, messageTypes[0], 'hello');
    const signature = signed(material, request);
    const { length } = signature;
    const changed = [
      new Uint8Array(),
      signature.subarray(1),
      signature.subarray(0, -1),
      Uint8Array.of(...signature, 0),
      new Uint8Array(length),
      new Uint8Array(length).fill(0xff),
    ];
    for (const wrong of changed) expect(verify(material, { ...request, signature: wrong })).toEqual(invalid);
  });

  test('the random bytes decide the signature', () => {
    const request = requestFor(algorithm, messageTypes[0], 'hello');
    const signature = signed(material, request, 'a');
    expect(signed(material, request, 'a')).toEqual(signature);
    const isRandom = !/PKCS1|ED25519/.test(algorithm);
    expect(String(signed(material, request, 'b')) !== String(signature)).toBe(isRandom);
  });
});

const classic = cases.filter(({ algorithm }) => /^(RSASSA|ECDSA|ED25519_SHA)/.test(algorithm));

function nodeOptions(algorithm: SigningAlgorithm) {
  const hash = algorithm.startsWith('ED25519') ? null : `sha${algorithm.slice(-3)}`;
  const padding = algorithm.includes('PSS')
    ? { padding: node.constants.RSA_PKCS1_PSS_PADDING, saltLength: node.constants.RSA_PSS_SALTLEN_DIGEST }
    : { dsaEncoding: 'der' as const };
  return { hash, padding };
}

describe.each(classic)('$algorithm with $keySpec, and Node', ({ algorithm, keySpec, messageTypes }) => {
  const material = materialOf(keySpec);
  const { hash, padding } = nodeOptions(algorithm);
  const text = Buffer.from('hello');

  test('Node verifies what is signed here', () => {
    for (const messageType of messageTypes) {
      const signature = signed(material, requestFor(algorithm, messageType, 'hello'));
      const key = { key: nodePublicKey(material), ...padding };
      expect(node.verify(hash, text, key, signature)).toBe(true);
    }
  });

  test('what Node signs is verified here, as a message and as a digest', () => {
    const signature = new Uint8Array(node.sign(hash, text, { key: nodePrivateKey(material), ...padding }));
    for (const messageType of messageTypes) {
      const request = requestFor(algorithm, messageType, 'hello');
      expect(verify(material, { ...request, signature })).toEqual(valid);
    }
  });
});

test('a PSS salt of another length is not taken', () => {
  const material = materialOf('RSA_2048');
  const key = {
    key: nodePrivateKey(material),
    padding: node.constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 20,
  };
  const signature = new Uint8Array(node.sign('sha256', Buffer.from('hello'), key));
  const request = requestFor('RSASSA_PSS_SHA_256', 'RAW', 'hello');
  expect(verify(material, { ...request, signature })).toEqual(invalid);
});

test.each(['ECDSA_SHA_256', 'RSASSA_PSS_SHA_256', 'ED25519_SHA_512'] as const)(
  '%s takes messages of any length',
  (algorithm) => {
    const keySpec = cases.find((row) => row.algorithm === algorithm)?.keySpec ?? 'ECC_NIST_P256';
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4096 }), (message) => {
        const request = { algorithm, messageType: 'RAW', message } as const;
        const signature = signed(materialOf(keySpec), request);
        expect(verify(materialOf(keySpec), { ...request, signature })).toEqual(valid);
      }),
      { numRuns: 10 },
    );
  },
);

describe('requests that cannot be', () => {
  const problem = (material: Awaited<ReturnType<typeof keyMaterial>>, request: SigningRequest) => {
    const made = sign(material, request, seededBytes(''));
    expect(verify(material, { ...request, signature: new Uint8Array(64) })).toEqual(made);
    return made;
  };

  test.each([
    ['ECDSA_SHA_256', 'ECC_NIST_P384'],
    ['ECDSA_SHA_384', 'ECC_NIST_P256'],
    ['RSASSA_PSS_SHA_256', 'ECC_NIST_P256'],
    ['ED25519_SHA_512', 'RSA_2048'],
    ['ML_DSA_SHAKE_256', 'ML_KEM_512'],
    ['ECDSA_SHA_256', 'SYMMETRIC_DEFAULT'],
    ['SM2DSA', 'ECC_NIST_P256'],
  ] as const)('%s with %s', async (algorithm, keySpec) => {
    const request = { algorithm, messageType: 'RAW', message: Uint8Array.of(1) } as const;
    const expected = { ok: false, code: 'IncompatibleAlgorithm', algorithm, keySpec };
    expect(problem(await keyMaterial(keySpec), request)).toEqual(expected);
  });

  test.each([
    ['ED25519_SHA_512', 'ECC_NIST_EDWARDS25519', 'DIGEST'],
    ['ED25519_PH_SHA_512', 'ECC_NIST_EDWARDS25519', 'RAW'],
    ['ML_DSA_SHAKE_256', 'ML_DSA_44', 'DIGEST'],
    ['ECDSA_SHA_256', 'ECC_NIST_P256', 'EXTERNAL_MU'],
    ['RSASSA_PSS_SHA_256', 'RSA_2048', 'EXTERNAL_MU'],
  ] as const)('%s with %s and a %s message', async (algorithm, keySpec, messageType) => {
    const request = { algorithm, messageType, message: new Uint8Array(64) };
    const expected = { ok: false, code: 'IncompatibleMessageType', messageType, algorithm, keySpec };
    expect(problem(await keyMaterial(keySpec), request)).toEqual(expected);
  });

  test.each([
    ['RSASSA_PSS_SHA_256', 'RSA_2048', 'DIGEST', 32],
    ['RSASSA_PKCS1_V1_5_SHA_384', 'RSA_2048', 'DIGEST', 48],
    ['ECDSA_SHA_512', 'ECC_NIST_P521', 'DIGEST', 64],
    ['ED25519_PH_SHA_512', 'ECC_NIST_EDWARDS25519', 'DIGEST', 64],
    ['ML_DSA_SHAKE_256', 'ML_DSA_65', 'EXTERNAL_MU', 64],
  ] as const)(
    '%s with %s and a %s of other than %i bytes',
    async (algorithm, keySpec, messageType, length) => {
      const material = await keyMaterial(keySpec);
      for (const wrong of [length - 1, length + 1]) {
        const request = { algorithm, messageType, message: new Uint8Array(wrong) };
        expect(problem(material, request)).toEqual({ ok: false, code: 'InvalidDigestLength', algorithm });
      }
      expect(
        sign(material, { algorithm, messageType, message: new Uint8Array(length) }, seededBytes('')).ok,
      ).toBe(true);
    },
  );

  test('damaged key material', () => {
    const damaged = { ...materialOf('ECC_NIST_P256'), privateKey: '', publicKey: '' };
    const request = { algorithm: 'ECDSA_SHA_256', messageType: 'RAW', message: Uint8Array.of(1) } as const;
    expect(sign(damaged, request, seededBytes(''))).toEqual({ ok: false, code: 'InvalidKeyMaterial' });
    expect(verify(damaged, { ...request, signature: new Uint8Array(64) })).toEqual(invalid);
  });
});
