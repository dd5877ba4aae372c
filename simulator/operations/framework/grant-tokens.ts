/* Grant tokens: not secret and not stored. A token is the grant's id with something random before it. */
import { fromBase64, toBase64 } from '../../keys/bytes.ts';
import type { Random } from '../../world/random.ts';
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
  const bytes = decode(token);
  const whole = bytes?.length === mark.length + saltBytes + idBytes;
  if (!whole || mark.some((byte, i) => bytes[i] !== byte)) refuse('grantTokenInvalid');
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

/** The grants whose tokens a request carries. The authorizer knows grants by id. */
export function grantTokensOf({ GrantTokens }: Readonly<Record<string, unknown>>): string[] {
  return Array.isArray(GrantTokens) ? GrantTokens.map((token) => readGrantToken(String(token))) : [];
}
