import { accessSync, constants } from 'node:fs';
import { explainInstallFailure } from './install-failure.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

/** npm as it was called, or the one on PATH when a script was started without npm. */
function npm() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /\.c?js$/.test(script))
    return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Installs exactly what the lock file names, unless that is there already. */
export async function installDependencies() {
  const value = `${digest(['package-lock.json', '.npmrc'])} ${process.platform} ${process.arch} ${process.versions.modules}`;
  if (!isStale('dependencies', value, ['node_modules/next/package.json'])) return;
  accessSync(root, constants.W_OK);
  say('Installing the dependencies that package-lock.json names (about half a minute) …');
  const { command, args, shell } = npm();
  // An unreachable registry is to be told soon: short waits, and enough threads for name lookups not to queue.
  const options = [
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=4000',
  ];
  const { ok, output } = await run(command, [...args, 'ci', ...options], {
    env: { UV_THREADPOOL_SIZE: '16' },
    quiet: true,
    shell,
  });
  if (!ok) {
    process.stderr.write(output);
    throw explainInstallFailure(output);
  }
  stamp('dependencies', value);
}
