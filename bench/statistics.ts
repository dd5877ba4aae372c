const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value that the given share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = sorted(values);
  return inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Median and spread of rates. */
export const perSecond = (rates: readonly number[]): string =>
  `${whole(quantile(rates, 0.5))} a second (median of ${rates.length}, ${whole(quantile(rates, 0))} to ${whole(quantile(rates, 1))})`;

/** Median, 95th percentile and least of durations; the least tells most on a machine that others share. */
export const milliseconds = (times: readonly number[]): string =>
  `${quantile(times, 0.5).toFixed(1)} ms median, ${quantile(times, 0.95).toFixed(1)} ms p95, ${quantile(times, 0).toFixed(1)} ms at best (${times.length} runs)`;
