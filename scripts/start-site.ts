import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './setup/port.mjs';

/** A server of its own, with a database of its own, for a test that stops and starts it. */
export interface Site {
  readonly url: string;
  /** Stops the server and starts it again on the same port and database. */
  restart(): Promise<void>;
  /** Stops the server and removes its database. */
  remove(): Promise<void>;
}

/** Starts the site the way `npm start` does. */
export async function startSite(): Promise<Site> {
  const port = await findFreePort();
  const folder = await mkdtemp(path.join(tmpdir(), 'kms-playground-site-'));
  const launch = () =>
    spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${folder}/app.db` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  let server = launch();
  await running(server);
  return {
    url: `http://localhost:${port}`,
    async restart() {
      await stopped(server);
      server = launch();
      await running(server);
    },
    async remove() {
      await stopped(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the line that tells where to open the site. */
async function running(server: ChildProcess): Promise<void> {
  let said = '';
  for await (const text of server.stdout ?? []) {
    said += String(text);
    if (said.includes('is running')) return void server.stdout?.resume();
  }
  throw new Error(`The site did not start:\n${said}`);
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
}
