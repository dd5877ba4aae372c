// SubjectPublicKeyInfo (RFC 5280) and PKCS#8 (RFC 5958) around each family's own form of a key.
import { equalBytes } from '@noble/ciphers/utils.js';
import { fromBase64 } from './bytes.ts';
import {
  bitString,
  integer,
  nullValue,
  octetString,
  oid,
  readBitString,
  readInteger,
  readOctetString,
  readSequence,
  sequence,
} from './der.ts';
import type { PairKeySpec, PairMaterial } from './types.ts';

const rsa = () => sequence(oid('1.2.840.113549.1.1.1'), nullValue());
const curve = (name: string) => () => sequence(oid('1.2.840.10045.2.1'), oid(name));
const plain = (name: string) => () => sequence(oid(name));

/** How keys of each spec are named: RFC 3279, 5480, 8410, 9881 (ML-DSA) and 9935 (ML-KEM). */
const algorithmIdentifiers: Readonly<Record<PairKeySpec, () => Uint8Array>> = {
  RSA_2048: rsa,
  RSA_3072: rsa,
  RSA_4096: rsa,
  ECC_NIST_P256: curve('1.2.840.10045.3.1.7'),
  ECC_NIST_P384: curve('1.3.132.0.34'),
  ECC_NIST_P521: curve('1.3.132.0.35'),
  ECC_SECG_P256K1: curve('1.3.132.0.10'),
  ECC_NIST_EDWARDS25519: plain('1.3.101.112'),
  ML_DSA_44: plain('2.16.840.1.101.3.4.3.17'),
  ML_DSA_65: plain('2.16.840.1.101.3.4.3.18'),
  ML_DSA_87: plain('2.16.840.1.101.3.4.3.19'),
  ML_KEM_512: plain('2.16.840.1.101.3.4.4.1'),
  ML_KEM_768: plain('2.16.840.1.101.3.4.4.2'),
  ML_KEM_1024: plain('2.16.840.1.101.3.4.4.3'),
};

const isNamed = (keySpec: PairKeySpec, identifier: Uint8Array) =>
  equalBytes(algorithmIdentifiers[keySpec](), identifier);

/** SubjectPublicKeyInfo of a public key in its family's form. */
export const encodePublicKey = (keySpec: PairKeySpec, publicKey: Uint8Array): Uint8Array =>
  sequence(algorithmIdentifiers[keySpec](), bitString(publicKey));

/** The public key in its family's form; undefined if this is not a SubjectPublicKeyInfo for the key spec. */
export function decodePublicKey(keySpec: PairKeySpec, der: Uint8Array): Uint8Array | undefined {
  const [identifier, key, ...rest] = readSequence(der) ?? [];
  if (identifier === undefined || key === undefined || rest.length > 0) return undefined;
  return isNamed(keySpec, identifier.bytes) ? readBitString(key.bytes) : undefined;
}

/** PKCS#8 of a private key in its family's form. */
export const encodePrivateKey = (keySpec: PairKeySpec, privateKey: Uint8Array): Uint8Array =>
  sequence(integer(0n), algorithmIdentifiers[keySpec](), octetString(privateKey));

/** The private key in its family's form; undefined if this is not PKCS#8 for the key spec. */
export function decodePrivateKey(keySpec: PairKeySpec, der: Uint8Array): Uint8Array | undefined {
  // Attributes and the public key (version 1) may follow; both can be done without.
  const [version, identifier, key] = readSequence(der) ?? [];
  if (version === undefined || identifier === undefined || key === undefined) return undefined;
  const number = readInteger(version.bytes);
  if (number !== 0n && number !== 1n) return undefined;
  return isNamed(keySpec, identifier.bytes) ? readOctetString(key.bytes) : undefined;
}

/** The private key of key material in its family's form; empty, which no family reads, if the material is damaged. */
export const privateKeyOf = ({ keySpec, privateKey }: PairMaterial): Uint8Array =>
  decodePrivateKey(keySpec, fromBase64(privateKey)) ?? new Uint8Array();

/** The same of the public key. */
export const publicKeyOf = ({ keySpec, publicKey }: PairMaterial): Uint8Array =>
  decodePublicKey(keySpec, fromBase64(publicKey)) ?? new Uint8Array();
