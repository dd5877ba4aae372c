import { inOrder, never, type ValueCompiler } from './value-test.ts';

export const compileNumeric: ValueCompiler = (written, { order }) => {
  const wanted = readNumber(written);
  if (wanted === null) return never;
  return (found) => {
    const value = readNumber(found);
    return value !== null && inOrder(order, value, wanted);
  };
};

function readNumber(text: string): number | null {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}
