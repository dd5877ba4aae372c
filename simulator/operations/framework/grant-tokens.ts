/* Grant tokens: not secret and not stored. A token is the grant's id with something random before it. */
import { operationExceptions } from '../../catalog/operation-exceptions.ts';
import type { OperationExceptions } from '../../catalog/types.ts';
import { fromBase64, toBase64 } from '../../keys/bytes.ts';
import type { Random } from '../../world/random.ts';
import type { AnyRequest } from './call.ts';
import { refuse } from './refusal.ts';

const mark = Uint8Array.of(0x67, 0x72, 0x74, 1);
const saltBytes = 12;
const idBytes = 32;

/** A new token for a grant; all tokens of a grant are as good as each other. */
export function makeGrantToken(grantId: string, random: Random): string {
  const id = Array.from({ length: idBytes }, (_, i) => Number.parseInt(grantId.slice(2 * i, 2 * i + 2), 16));
  return toBase64(Uint8Array.of(...mark, ...random.bytes(saltBytes), ...id));
}

/** The id of the grant that a token is for. */
export function readGrantToken(token: string): string {
  return idIn(token) ?? refuse('grantTokenInvalid');
}

function idIn(token: string): string | undefined {
  const bytes = decode(token);
  const whole = bytes?.length === mark.length + saltBytes + idBytes;
  if (!whole || mark.some((byte, i) => bytes[i] !== byte)) return undefined;
  return Array.from(bytes.subarray(mark.length + saltBytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function decode(token: string): Uint8Array | undefined {
  try {
    return fromBase64(token);
  } catch {
    return undefined;
  }
}

/**
 * The grants whose tokens a request carries. The authorizer knows grants by id. A token that is none gives nothing, and
 * is refused by the operations that list that exception: DescribeKey does not.
 */
export function grantTokensOf({ operation, input }: AnyRequest): string[] {
  const { GrantTokens: tokens } = input;
  if (!Array.isArray(tokens)) return [];
  const { exceptions }: OperationExceptions<string> = operationExceptions[operation];
  if (exceptions.includes('InvalidGrantTokenException')) return tokens.map((token) => readGrantToken(token));
  return tokens.map((token) => idIn(token)).filter((id) => id !== undefined);
}
