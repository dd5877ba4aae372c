// How each kind of key signs. Signers throw when a key or signature is not in the form that they read.
import { ed25519, ed25519ph } from '@noble/curves/ed25519.js';
import { readEdwardsSeed, readScalar, type WeierstrassKeySpec, weierstrassCurves } from './curves.ts';
import { hashes, type SigningHashName } from './hashes.ts';
import { privateKeyOf, publicKeyOf } from './key-encoding.ts';
import { expandSeed, type MlDsaKeySpec, mlDsa } from './lattices.ts';
import { signPkcs1, signPss, verifyPkcs1, verifyPss } from './rsa.ts';
import { type RsaPrivateKey, type RsaPublicKey, readRsaPrivateKey, readRsaPublicKey } from './rsa-key.ts';
import type { MessageType, PairKeySpec, PairMaterial, RandomBytes, SigningAlgorithm } from './types.ts';

export interface Message {
  readonly messageType: MessageType;
  readonly message: Uint8Array;
}

interface Signer {
  readonly sign: (material: PairMaterial, message: Message, randomBytes: RandomBytes) => Uint8Array;
  readonly verify: (material: PairMaterial, message: Message, signature: Uint8Array) => boolean;
}

/** For what is undefined only if key material is damaged. */
function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError();
  return value;
}

const digestOf = (hash: SigningHashName, { messageType, message }: Message) =>
  messageType === 'DIGEST' ? message : hashes[hash](message);

function rsaSigner(
  hash: SigningHashName,
  sign: (key: RsaPrivateKey, hash: SigningHashName, digest: Uint8Array, random: RandomBytes) => Uint8Array,
  verify: (key: RsaPublicKey, hash: SigningHashName, digest: Uint8Array, signature: Uint8Array) => boolean,
): Signer {
  return {
    sign: (material, message, randomBytes) =>
      sign(required(readRsaPrivateKey(privateKeyOf(material))), hash, digestOf(hash, message), randomBytes),
    verify: (material, message, signature) =>
      verify(required(readRsaPublicKey(publicKeyOf(material))), hash, digestOf(hash, message), signature),
  };
}

const isWeierstrass = (keySpec: PairKeySpec): keySpec is WeierstrassKeySpec => keySpec in weierstrassCurves;

/** `s` may be in either half of its range, as ECDSA has it; that it be the lower half is a rule of cryptocurrencies. */
const ecdsaForm = { prehash: false, lowS: false, format: 'der' } as const;
const ecdsaEntropyBytes = 32;

function ecdsaSigner(hash: SigningHashName): Signer {
  const specOf = ({ keySpec }: PairMaterial) => required(isWeierstrass(keySpec) ? keySpec : undefined);
  return {
    sign(material, message, randomBytes) {
      const keySpec = specOf(material);
      const scalar = required(readScalar(keySpec, privateKeyOf(material)));
      const extraEntropy = randomBytes(ecdsaEntropyBytes);
      const digest = digestOf(hash, message);
      return weierstrassCurves[keySpec].curve.sign(digest, scalar, { ...ecdsaForm, extraEntropy });
    },
    verify: (material, message, signature) =>
      weierstrassCurves[specOf(material)].curve.verify(
        signature,
        digestOf(hash, message),
        publicKeyOf(material),
        ecdsaForm,
      ),
  };
}

/** Neither takes a digest for a hash: `ed25519ph` hashes what it is given, and KMS gives it the caller's digest. */
const edwardsSigner = (scheme: typeof ed25519): Signer => ({
  sign: (material, { message }) => scheme.sign(message, required(readEdwardsSeed(privateKeyOf(material)))),
  verify: (material, { message }, signature) =>
    scheme.verify(signature, message, publicKeyOf(material), { zip215: false }),
});

const isMlDsa = (keySpec: PairKeySpec): keySpec is MlDsaKeySpec => keySpec in mlDsa;
const mlDsaEntropyBytes = 32;

const mlDsaSigner: Signer = {
  sign(material, { messageType, message }, randomBytes) {
    const keySpec = required(isMlDsa(material.keySpec) ? material.keySpec : undefined);
    const { secretKey } = required(expandSeed(keySpec, privateKeyOf(material)));
    const extraEntropy = randomBytes(mlDsaEntropyBytes);
    const scheme = mlDsa[keySpec];
    return messageType === 'EXTERNAL_MU'
      ? scheme.internal.sign(message, secretKey, { extraEntropy, externalMu: true })
      : scheme.sign(message, secretKey, { extraEntropy });
  },
  verify(material, { messageType, message }, signature) {
    const scheme = mlDsa[required(isMlDsa(material.keySpec) ? material.keySpec : undefined)];
    const publicKey = publicKeyOf(material);
    return messageType === 'EXTERNAL_MU'
      ? scheme.internal.verify(signature, message, publicKey, { externalMu: true })
      : scheme.verify(signature, message, publicKey);
  },
};

/** The signers of all algorithms but SM2's. */
export const signers: Readonly<Record<Exclude<SigningAlgorithm, 'SM2DSA'>, Signer>> = {
  RSASSA_PSS_SHA_256: rsaSigner('SHA_256', signPss, verifyPss),
  RSASSA_PSS_SHA_384: rsaSigner('SHA_384', signPss, verifyPss),
  RSASSA_PSS_SHA_512: rsaSigner('SHA_512', signPss, verifyPss),
  RSASSA_PKCS1_V1_5_SHA_256: rsaSigner('SHA_256', signPkcs1, verifyPkcs1),
  RSASSA_PKCS1_V1_5_SHA_384: rsaSigner('SHA_384', signPkcs1, verifyPkcs1),
  RSASSA_PKCS1_V1_5_SHA_512: rsaSigner('SHA_512', signPkcs1, verifyPkcs1),
  ECDSA_SHA_256: ecdsaSigner('SHA_256'),
  ECDSA_SHA_384: ecdsaSigner('SHA_384'),
  ECDSA_SHA_512: ecdsaSigner('SHA_512'),
  ED25519_SHA_512: edwardsSigner(ed25519),
  ED25519_PH_SHA_512: edwardsSigner(ed25519ph),
  ML_DSA_SHAKE_256: mlDsaSigner,
};
