/** How long a decision took, to a tenth of a millisecond: browsers measure no finer. */
export function formatMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
