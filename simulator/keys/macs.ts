import { equalBytes } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { fromBase64 } from './bytes.ts';
import { algorithmProblem } from './compatible.ts';
import { hashes } from './hashes.ts';
import { fail, succeed } from './result.ts';
import type { CryptoResult, KeyMaterial, MacAlgorithm } from './types.ts';

const macHashes = {
  HMAC_SHA_224: hashes.SHA_224,
  HMAC_SHA_256: hashes.SHA_256,
  HMAC_SHA_384: hashes.SHA_384,
  HMAC_SHA_512: hashes.SHA_512,
} as const satisfies Record<MacAlgorithm, unknown>;

export interface MacRequest {
  readonly algorithm: MacAlgorithm;
  readonly message: Uint8Array;
}

/** The MAC that GenerateMac answers. */
export function generateMac(
  material: KeyMaterial,
  { algorithm, message }: MacRequest,
): CryptoResult<Uint8Array> {
  const { keySpec } = material;
  const problem = algorithmProblem(algorithm, keySpec);
  if (problem !== undefined) return fail(problem);
  if (material.type === 'pair') return fail({ code: 'IncompatibleAlgorithm', algorithm, keySpec });
  return succeed(hmac(macHashes[algorithm], fromBase64(material.secret), message));
}

/** Succeeds if this is the message's MAC. */
export function verifyMac(
  material: KeyMaterial,
  request: MacRequest & { readonly mac: Uint8Array },
): CryptoResult<true> {
  const expected = generateMac(material, request);
  if (!expected.ok) return expected;
  return equalBytes(expected.value, request.mac) ? succeed(true) : fail({ code: 'InvalidMac' });
}
