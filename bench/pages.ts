// Bytes of JavaScript that a page loads before the reader touches it, beside an empty Next page.
import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { findFreePort } from '../scripts/setup/port.mjs';
import { startSite } from '../scripts/start-site.ts';

const pages = [
  { name: 'landing', path: '/' },
  { name: 'lesson', path: '/learn/key-types/three-kinds-of-keys' },
  { name: 'playground', path: '/playground' },
  { name: 'dashboard', path: '/dashboard' },
];

interface Weight {
  readonly files: number;
  readonly gzipped: number;
}

/** Loads a page in a new browser context and weighs the scripts that have come when the network is quiet. */
async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript')) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const response = await page.goto(url, { waitUntil: 'networkidle' });
  if (response?.ok() !== true) throw new Error(`${url} answered ${response?.status()}`);
  const sizes = await Promise.all(scripts);
  await context.close();
  return { files: sizes.length, gzipped: sizes.reduce((total, size) => total + size, 0) };
}

/** Serves the empty page, and resolves when it answers. */
async function serveEmptyPage(folder: string): Promise<{ url: string; stop: () => void }> {
  const port = await findFreePort();
  const next = 'node_modules/next/dist/bin/next';
  const server = spawn(process.execPath, [next, 'start', folder, '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of server.stdout) if (String(text).includes('Ready')) break;
  return { url: `http://localhost:${port}/`, stop: () => server.kill() };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const empty = await serveEmptyPage(process.env.EMPTY_PAGE ?? '');
const site = await startSite();
try {
  const floor = await weigh(browser, empty.url);
  console.log(`  empty Next page  ${kilobytes(floor.gzipped)} gzip, ${floor.files} files`);
  for (const { name, path } of pages) {
    const { files, gzipped } = await weigh(browser, `${site.url}${path}`);
    const more = kilobytes(gzipped - floor.gzipped);
    console.log(
      `  ${name.padEnd(16)} ${kilobytes(gzipped)} gzip, ${files} files: ${more} above the empty page`,
    );
  }
} finally {
  empty.stop();
  await site.remove();
  await browser.close();
}
