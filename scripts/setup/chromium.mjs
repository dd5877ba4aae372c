// The browser for the tests. Only what is there, or what the system's package manager brings.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** The path of an installed Chromium or Chrome, or nothing. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Stop(
      `CHROMIUM_PATH is "${chosen}", where there is no file.`,
      'Set it to the executable of a Chromium or Chrome, or leave it out.',
    );
  }
  const candidates = [await playwrightsOwn(), ...names.map(onPath), ...elsewhere];
  return candidates.find((file) => file !== undefined && existsSync(file));
}

/** The path of a Chromium; installed with apt where that is possible and none is there. */
export async function requireChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    say('No Chromium found: installing it with apt …');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const { ok, output } = await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      { env, quiet: true },
    );
    if (!ok) process.stderr.write(output);
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Stop(
    'The browser tests need Chromium or Chrome, and none was found.',
    'Install one (Debian: sudo apt install chromium; macOS: brew install --cask google-chrome), or set CHROMIUM_PATH to its executable.',
  );
}
