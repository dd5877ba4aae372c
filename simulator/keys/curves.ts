// Elliptic curve keys. Private keys in their family's form: ECPrivateKey (RFC 5915), for Ed25519 an octet string.
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';
import {
  bitString,
  integer,
  octetString,
  readInteger,
  readOctetString,
  readSequence,
  sequence,
  tagged,
} from './der.ts';
import type { PairFamily } from './pair-family.ts';

/** Curves for ECDSA and ECDH. A scalar is made from more random bytes than it has, to be without bias. */
export const weierstrassCurves = {
  ECC_NIST_P256: { curve: p256, scalarBytes: 32, seedBytes: 48 },
  ECC_NIST_P384: { curve: p384, scalarBytes: 48, seedBytes: 72 },
  ECC_NIST_P521: { curve: p521, scalarBytes: 66, seedBytes: 99 },
  ECC_SECG_P256K1: { curve: secp256k1, scalarBytes: 32, seedBytes: 48 },
} as const;

const edwardsSeedBytes = 32;

export type WeierstrassKeySpec = keyof typeof weierstrassCurves;

/** The private scalar in an ECPrivateKey; undefined if there is none for this curve. */
export function readScalar(keySpec: WeierstrassKeySpec, privateKey: Uint8Array): Uint8Array | undefined {
  const { curve, scalarBytes } = weierstrassCurves[keySpec];
  const [version, key] = readSequence(privateKey) ?? [];
  if (version === undefined || key === undefined || readInteger(version.bytes) !== 1n) return undefined;
  const bytes = readOctetString(key.bytes);
  if (bytes === undefined || bytes.length === 0 || bytes.length > scalarBytes) return undefined;
  // Some writers leave out leading zeros.
  const scalar = numberToBytesBE(bytesToNumberBE(bytes), scalarBytes);
  return curve.utils.isValidSecretKey(scalar) ? scalar : undefined;
}

function encodeScalar(keySpec: WeierstrassKeySpec, scalar: Uint8Array) {
  const publicKey = weierstrassCurves[keySpec].curve.getPublicKey(scalar, false);
  const privateKey = sequence(integer(1n), octetString(scalar), tagged(1, true, bitString(publicKey)));
  return { privateKey, publicKey };
}

/** Keys on a curve for ECDSA. */
export const weierstrassFamily = (keySpec: WeierstrassKeySpec): PairFamily => ({
  async generate({ randomBytes }) {
    const { curve, seedBytes } = weierstrassCurves[keySpec];
    return encodeScalar(keySpec, curve.utils.randomSecretKey(randomBytes(seedBytes))).privateKey;
  },
  complete(privateKey) {
    const scalar = readScalar(keySpec, privateKey);
    return scalar === undefined ? undefined : encodeScalar(keySpec, scalar);
  },
});

/** The seed that an Ed25519 private key is. */
export function readEdwardsSeed(privateKey: Uint8Array): Uint8Array | undefined {
  const seed = readOctetString(privateKey);
  return seed?.length === edwardsSeedBytes ? seed : undefined;
}

/** Keys for Ed25519. */
export const edwardsFamily: PairFamily = {
  async generate({ randomBytes }) {
    return octetString(randomBytes(edwardsSeedBytes));
  },
  complete(privateKey) {
    const seed = readEdwardsSeed(privateKey);
    return seed === undefined ? undefined : { privateKey, publicKey: ed25519.getPublicKey(seed) };
  },
};
