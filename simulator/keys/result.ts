import type { CryptoProblem, CryptoResult, PlainCryptoCode } from './types.ts';

export const succeed = <Value>(value: Value): CryptoResult<Value> => ({ ok: true, value });

export const fail = (problem: CryptoProblem): CryptoResult<never> => ({ ok: false, ...problem });

/** What a library makes of the input; the code if it throws, which is how it refuses input. */
export function attempt<Value>(code: PlainCryptoCode, run: () => Value): CryptoResult<Value> {
  try {
    return succeed(run());
  } catch {
    return fail({ code });
  }
}
