// RSA keys: RSAPrivateKey and RSAPublicKey (RFC 8017, appendix A.1), and the operations with and without padding.
import { invert, pow } from 'micro-rsa-dsa-dh/utils.js';
import { integer, readInteger, readSequence, sequence } from './der.ts';

export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

export interface RsaPrivateKey extends RsaPublicKey {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dp: bigint;
  readonly dq: bigint;
  readonly qInverse: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The private key that two primes and a public exponent make. */
export function rsaFromPrimes(p: bigint, q: bigint, e: bigint): RsaPrivateKey {
  const [p1, q1] = [p - 1n, q - 1n];
  const d = invert(e, (p1 * q1) / gcd(p1, q1));
  return { n: p * q, e, d, p, q, dp: d % p1, dq: d % q1, qInverse: invert(q, p) };
}

/** RSAPublicKey. */
export const encodeRsaPublicKey = ({ n, e }: RsaPublicKey): Uint8Array => sequence(integer(n), integer(e));

/** RSAPrivateKey. */
export const encodeRsaPrivateKey = ({ n, e, d, p, q, dp, dq, qInverse }: RsaPrivateKey): Uint8Array =>
  sequence(...[0n, n, e, d, p, q, dp, dq, qInverse].map(integer));

/** The key of an RSAPublicKey. */
export function readRsaPublicKey(bytes: Uint8Array): RsaPublicKey | undefined {
  const [n, e, ...rest] = readIntegers(bytes);
  return n === undefined || e === undefined || rest.length > 0 ? undefined : { n, e };
}

/** The key of an RSAPrivateKey; undefined if its numbers do not belong together. */
export function readRsaPrivateKey(bytes: Uint8Array): RsaPrivateKey | undefined {
  const [version, n, e, d, p, q, dp, dq, qInverse, ...rest] = readIntegers(bytes);
  if (version !== 0n || n === undefined || e === undefined || d === undefined || p === undefined)
    return undefined;
  if (q === undefined || dp === undefined || dq === undefined || qInverse === undefined) return undefined;
  if (rest.length > 0 || p <= 1n || q <= 1n || n !== p * q) return undefined;
  const belongs =
    (e * d) % (p - 1n) === 1n &&
    (e * d) % (q - 1n) === 1n &&
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (q * qInverse) % p === 1n;
  return belongs ? { n, e, d, p, q, dp, dq, qInverse } : undefined;
}

function readIntegers(bytes: Uint8Array): readonly (bigint | undefined)[] {
  return (readSequence(bytes) ?? []).map((element) => readInteger(element.bytes));
}

/** How many bits the modulus has. */
export const modulusBits = ({ n }: RsaPublicKey): number => n.toString(2).length;

/** The operation that needs the private key, by the Chinese remainder theorem. */
export function privateOperation({ p, q, dp, dq, qInverse }: RsaPrivateKey, value: bigint): bigint {
  const modP = pow(value % p, dp, p);
  const modQ = pow(value % q, dq, q);
  const difference = (qInverse * (modP - modQ)) % p;
  return modQ + (difference < 0n ? difference + p : difference) * q;
}
