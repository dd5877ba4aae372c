// How many checks passed and failed, read from what each stage reports.

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * A check that is one yes or no.
 * @param {boolean} ok
 * @returns {Count}
 */
export const single = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * Counts a test run. A runner that failed although no test did (a file that does not load, an unhandled error)
 * counts as one failure; so does a run without a single test.
 * @param {Count | undefined} report What the runner reported, if it did.
 * @param {boolean} ok Whether the runner ended well.
 * @returns {Count}
 */
export function countRun(report, ok) {
  if (report === undefined) return single(false);
  const ran = report.passed + report.failed > 0;
  return (ok && ran) || report.failed > 0 ? report : { ...report, failed: 1 };
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number }} report Vitest's JSON report.
 * @returns {Count}
 */
export const fromVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + (report.numTodoTests ?? 0),
});

/**
 * A test that passed only when tried again counts as failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report Playwright's JSON report.
 * @returns {Count}
 */
export const fromPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});
