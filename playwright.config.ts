import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setup/chromium.mjs';
import { findFreePort } from './scripts/setup/port.mjs';

// The runner's workers read this file again: what is chosen once is handed to them by the environment.
process.env.E2E_PORT ??= String(await findFreePort());
process.env.E2E_DATA ??= mkdtempSync(path.join(tmpdir(), 'kms-playground-e2e-'));
process.env.CHROMIUM_PATH ??= (await findChromium()) ?? '';

const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  globalTeardown: './e2e/teardown.ts',
  use: {
    baseURL,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    // It would answer in the place of the server; e2e/offline.spec.ts lets it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop', testIgnore: 'mobile/**', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testMatch: 'mobile/**/*.spec.ts',
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs`,
    url: baseURL,
    env: { PORT: process.env.E2E_PORT, DATABASE_URL: `file:${process.env.E2E_DATA}/app.db` },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
