import { inOrder, never, type ValueCompiler } from './value-test.ts';

export const compileDate: ValueCompiler = (written, { order }) => {
  const wanted = readTime(written);
  if (wanted === null) return never;
  return (found) => {
    const value = readTime(found);
    return value !== null && inOrder(order, value, wanted);
  };
};

const iso =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}(?::?\d{2}(?::?\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/** Milliseconds since 1970, from a W3C profile of ISO 8601 or from epoch seconds. */
export function readTime(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{5,}(?:\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1000;
  if (!iso.test(trimmed)) return null;
  // A time without a zone is UTC.
  const zoned =
    trimmed.includes('T') && !/(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(trimmed) ? `${trimmed}Z` : trimmed;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}
