// Child processes: started without a shell, and never left behind when this process is stopped.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';
import { Stop } from './say.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {NodeJS.Signals | undefined} */
let stoppedBy;
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Passes the signal on, and leaves once the children have.
 * @param {NodeJS.Signals} signal
 */
function stop(signal) {
  stoppedBy = signal;
  for (const child of children) child.kill(signal);
}

/** @param {import('node:child_process').ChildProcess} child */
function remember(child) {
  if (children.size === 0) for (const signal of signals) process.on(signal, stop);
  children.add(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function forget(child) {
  children.delete(child);
  if (children.size > 0) return;
  for (const signal of signals) process.off(signal, stop);
  if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy]);
}

/** Settings that keep the tools from calling home. */
const offline = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] Added to this process's environment.
 * @property {boolean} [quiet] Keep the output instead of showing it.
 * @property {boolean} [shell] Needed on Windows for commands that are scripts.
 */

/**
 * Starts a program in the project's folder; it is stopped with this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function start(command, args, { env, quiet = false, shell = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...offline, ...env },
    shell,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  remember(child);
  child.on('exit', () => forget(child)).on('error', () => forget(child));
  return child;
}

/**
 * Runs a program to its end. A program that cannot be started counts as one that failed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is empty unless `quiet`.
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = start(command, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a package's command quietly; when it fails, shows what it said and stops.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} purpose Completes "Could not …".
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function mustRun(script, args, purpose, env = {}) {
  const { ok, output } = await run(process.execPath, [script, ...args], { env, quiet: true });
  if (ok) return;
  process.stderr.write(output);
  throw new Stop(
    `Could not ${purpose}.`,
    'What went wrong is told above. Mend it and run the command again.',
  );
}
