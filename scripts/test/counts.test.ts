import { expect, test } from 'vitest';
import { countRun, fromPlaywright, fromVitest, single, sum } from './counts.mjs';

test('counts of stages add up', () => {
  expect(sum([single(true), single(false), { passed: 40, failed: 2, skipped: 1 }])).toEqual({
    passed: 41,
    failed: 3,
    skipped: 1,
  });
});

test('a run that ended well counts as reported', () => {
  const report = fromVitest({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 });
  expect(countRun(report, true)).toEqual({ passed: 7, failed: 0, skipped: 2 });
});

test('a run with failed tests counts as reported', () => {
  expect(countRun({ passed: 7, failed: 2, skipped: 0 }, false)).toEqual({ passed: 7, failed: 2, skipped: 0 });
});

test('a runner that fails without a failed test counts as a failure', () => {
  expect(countRun({ passed: 7, failed: 0, skipped: 0 }, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

test('a run without a report, and one without tests, count as a failure', () => {
  expect(countRun(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countRun({ passed: 0, failed: 0, skipped: 0 }, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a browser test that passed only on its second try has failed', () => {
  const report = fromPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 } });
  expect(report).toEqual({ passed: 3, failed: 1, skipped: 2 });
});
