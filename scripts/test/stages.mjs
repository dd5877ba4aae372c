// What `npm test` runs, in order. Every stage runs, even when an earlier one has failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../setup/build.mjs';
import { requireChromium } from '../setup/chromium.mjs';
import { commands, inProject } from '../setup/paths.mjs';
import { findFreePort } from '../setup/port.mjs';
import { run } from '../setup/run.mjs';
import { Stop } from '../setup/say.mjs';
import { countRun, fromPlaywright, fromVitest, single } from './counts.mjs';

/** @typedef {import('./counts.mjs').Count} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Stage */

/**
 * A stage that is one command with a yes or no.
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Stage}
 */
const check = (name, script, args) => ({
  name,
  run: async () => single((await run(process.execPath, [script, ...args])).ok),
});

/**
 * Runs a test runner and reads its JSON report.
 * @template Report
 * @param {string} reportFile
 * @param {(report: Report) => Count} read
 * @param {(file: string) => Promise<{ ok: boolean }>} runTests
 */
async function runWithReport(reportFile, read, runTests) {
  const file = inProject('node_modules/.cache/kms-playground', reportFile);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { ok } = await runTests(file);
  const report = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  return countRun(report, ok);
}

async function unitTests() {
  return await runWithReport('vitest.json', fromVitest, (file) =>
    run(process.execPath, [
      commands.vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  );
}

async function build() {
  await buildSite();
  return single(true);
}

async function browserTests() {
  const env = { CHROMIUM_PATH: await requireChromium(), E2E_PORT: String(await findFreePort()) };
  await buildSite();
  return await runWithReport('playwright.json', fromPlaywright, (file) =>
    run(process.execPath, [commands.playwright, 'test', '--reporter=list,json'], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  );
}

/**
 * A stage that stops for want of something (a browser, a build) is one failure, told with its remedy.
 * @param {() => Promise<Count>} work
 */
const orFailure = (work) => async () => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n${error.remedy}\n`);
    return single(false);
  }
};

/** Biome would colour every single character of what is written to a file. */
const colours = process.stdout.isTTY ? [] : ['--colors=off'];

/** @type {readonly Stage[]} */
export const stages = [
  check('types of the routes', commands.next, ['typegen']),
  check('types', commands.tsc, ['--noEmit']),
  check('types of the simulator (no DOM, no Node)', commands.tsc, ['--noEmit', '-p', 'simulator']),
  check('types of the scripts', commands.tsc, ['--noEmit', '-p', 'scripts']),
  check('lint and format', commands.biome, ['ci', '--max-diagnostics=50', ...colours]),
  check('unused files, exports and dependencies', commands.knip, ['--no-progress']),
  { name: 'unit, content and database tests', run: unitTests },
  { name: 'build', run: orFailure(build) },
  { name: 'browser tests', run: orFailure(browserTests) },
];
