import type { ValueCompiler } from './value-test.ts';

export const compileBool: ValueCompiler = (written) => {
  const wanted = written.trim().toLowerCase();
  return (found) => found.trim().toLowerCase() === wanted;
};
