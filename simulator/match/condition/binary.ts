import type { ValueCompiler } from './value-test.ts';

/** Values are base64; padding is no part of the bytes. */
export const compileBinary: ValueCompiler = (written) => {
  const wanted = withoutPadding(written);
  return (found) => withoutPadding(found) === wanted;
};

function withoutPadding(base64: string): string {
  let end = base64.length;
  while (base64[end - 1] === '=') end--;
  return base64.slice(0, end);
}
