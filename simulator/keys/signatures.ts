import { algorithms } from '../catalog/algorithms.ts';
import type { Algorithm } from '../catalog/types.ts';
import { algorithmProblem } from './compatible.ts';
import { attempt, fail, succeed } from './result.ts';
import { type Message, signers } from './signers.ts';
import type { CryptoProblem, CryptoResult, KeyMaterial, RandomBytes, SigningAlgorithm } from './types.ts';

export interface SigningRequest extends Message {
  readonly algorithm: SigningAlgorithm;
}

const externalMuBytes = 64;

/** The signature that Sign answers. */
export function sign(
  material: KeyMaterial,
  request: SigningRequest,
  randomBytes: RandomBytes,
): CryptoResult<Uint8Array> {
  const { algorithm } = request;
  const problem = requestProblem(material, request);
  if (problem !== undefined) return fail(problem);
  if (material.type === 'secret' || algorithm === 'SM2DSA') return incompatible(material, algorithm);
  return attempt('InvalidKeyMaterial', () => signers[algorithm].sign(material, request, randomBytes));
}

/** Succeeds if this is a signature of the message. */
export function verify(
  material: KeyMaterial,
  request: SigningRequest & { readonly signature: Uint8Array },
): CryptoResult<true> {
  const { algorithm, signature } = request;
  const problem = requestProblem(material, request);
  if (problem !== undefined) return fail(problem);
  if (material.type === 'secret' || algorithm === 'SM2DSA') return incompatible(material, algorithm);
  const checked = attempt('InvalidSignature', () => signers[algorithm].verify(material, request, signature));
  return checked.ok && checked.value ? succeed(true) : fail({ code: 'InvalidSignature' });
}

const incompatible = ({ keySpec }: KeyMaterial, algorithm: SigningAlgorithm) =>
  fail({ code: 'IncompatibleAlgorithm', algorithm, keySpec });

function requestProblem({ keySpec }: KeyMaterial, request: SigningRequest): CryptoProblem | undefined {
  const { algorithm, messageType, message } = request;
  const row: Algorithm = algorithms[algorithm];
  const incompatibleAlgorithm = algorithmProblem(algorithm, keySpec);
  if (incompatibleAlgorithm !== undefined) return incompatibleAlgorithm;
  if (!row.messageTypes?.includes(messageType)) {
    return { code: 'IncompatibleMessageType', messageType, algorithm, keySpec };
  }
  const length = { RAW: undefined, DIGEST: row.outputBytes, EXTERNAL_MU: externalMuBytes }[messageType];
  if (length === undefined || length === message.length) return undefined;
  return { code: 'InvalidDigestLength', algorithm };
}
