// The endpoint as a process: what it says, keeps, refuses and survives.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMS } from '@aws-sdk/client-kms';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { World } from '@/simulator/index.ts';

let folder = '';
let program = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-serve-'));
  program = join(folder, 'kms.mjs');
  await build({
    entryPoints: ['cli/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}

/** Starts the command line; resolves when it has said where it listens, or that it cannot. */
async function serve(...args: readonly string[]) {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args]);
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    errors += part;
  });
  await Promise.race([once(child, 'exit'), once(child.stdout, 'data')]);
  const url = /http:\S+/.exec(output)?.[0] ?? '';
  return { child, url, output: () => output, errors: () => errors };
}

const clientOf = (url: string, accessKeyId = 'test', secretAccessKey = 'test') =>
  new KMS({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });

const local = async (url: string, path: string, init?: RequestInit) => {
  const response = await fetch(`${url}/_simulator/${path}`, init);
  return { status: response.status, value: await response.json() };
};

describe('what it keeps', () => {
  it('a world file is written when it ends, and read when it begins', async () => {
    const file = join(folder, 'kept.json');
    const first = await serve('--world', file);
    const { KeyMetadata } = await clientOf(first.url).createKey({ Description: 'kept' });
    expect(await end(first.child, 'SIGTERM')).toBe(0);
    const second = await serve('--world', file);
    const again = await clientOf(second.url).describeKey({ KeyId: KeyMetadata?.KeyId });
    expect(again.KeyMetadata).toEqual(KeyMetadata);
  });

  it('killed at any moment, the file is a whole world', async () => {
    const file = join(folder, 'killed.json');
    const script = join(folder, 'save.mjs');
    const entry = `import { saveWorld } from './cli/endpoint/world-file.ts';
      import { createWorld } from './simulator/index.ts';
      const world = createWorld({ accounts: [{ id: '111122223333' }] });
      for (let i = 0; ; i++) {
        await world.call('111122223333', 'CreateKey', { Description: 'x'.repeat(8000) });
        await saveWorld(process.argv[2], world);
        if (i === 0) console.log('saved');
      }`;
    await build({
      stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [script, file]);
      children.push(child);
      await once(child.stdout, 'data');
      // A few turns of the loop more, a different number each time.
      for (let turn = 0; turn < round * 40; turn++) await new Promise(setImmediate);
      await end(child, 'SIGKILL');
      const world = World.restore(JSON.parse(await readFile(file, 'utf8')));
      expect(world.trail.length).toBeGreaterThan(0);
    }
  }, 60_000);

  it('what cannot be saved is told, and the file stays', async () => {
    const gone = await mkdtemp(join(folder, 'gone-'));
    const started = await serve('--world', join(gone, 'world.json'));
    await clientOf(started.url).createKey({});
    await rm(gone, { recursive: true });
    expect(await end(started.child, 'SIGTERM')).toBe(1);
    expect(started.errors()).toContain('cannot save');
  });
});

describe('what it tells beside the API', () => {
  it('health, the world, the trail, why a request was denied, and reset', async () => {
    const world = join(folder, 'bob.json');
    const bob = 'arn:aws:iam::111122223333:user/bob';
    await writeFile(
      world,
      JSON.stringify({
        accounts: [{ id: '111122223333', users: { bob: {} } }],
        accessKeys: { AKIABOB: { principal: bob, secret: 'sesame' } },
      }),
    );
    const { url } = await serve('--world', world);
    expect(await local(url, 'health')).toEqual({ status: 200, value: { status: 'ok' } });
    const denied = await clientOf(url, 'AKIABOB', 'sesame')
      .createKey({})
      .catch((error) => error);
    expect(denied.name).toBe('AccessDeniedException');
    const { value } = await local(url, `explain/${denied.$metadata.requestId}`);
    expect(value.decision).toMatchObject({ verdict: 'ImplicitlyDenied' });
    const trail = await local(url, 'trail?limit=1');
    expect(trail.value.Records[0]).toMatchObject({ eventName: 'CreateKey', errorCode: 'AccessDenied' });
    expect((await local(url, 'world')).value.rows.accounts[0].id).toBe('111122223333');
    expect((await local(url, 'explain/no-such-id')).status).toBe(404);
    expect((await local(url, 'tea')).value.error).toContain('GET /_simulator/health');
    await local(url, 'reset', { method: 'POST' });
    expect((await local(url, 'trail')).value.Records).toEqual([]);
  });
});

describe('what it refuses', () => {
  it.each([
    [['--port', 'x'], 'a port is a number'],
    [['--account', '12'], 'an account has 12 digits'],
    [['--region', 'mars'], 'is not a Region'],
    [['--colour', 'red'], 'Usage:'],
    [['--host', '0.0.0.0'], 'can be reached from elsewhere'],
    [['--world', '.'], 'cannot read'],
  ])('%j', async (args, message) => {
    const { child, errors } = await serve(...args);
    expect(await end(child, 'SIGKILL')).toBe(2);
    expect(errors()).toContain(message);
  });

  it('a port that is in use', async () => {
    const { url } = await serve();
    const second = await serve('--port', new URL(url).port);
    expect(second.errors()).toContain('is in use');
  });

  it.each(['{', '[]', '{"accounts": 1}', '{"version": 99, "settings": {}, "rows": {}, "trail": []}'])(
    'a world file that holds %s',
    async (text) => {
      const file = join(folder, 'wrong.json');
      await writeFile(file, text);
      const { child, errors } = await serve('--world', file);
      expect(await end(child, 'SIGKILL')).toBe(2);
      expect(errors()).toContain('wrong.json');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('requests from web pages, and under names of elsewhere', async () => {
    const { url } = await serve();
    const page = await local(url, 'reset', { method: 'POST', headers: { origin: 'https://example.com' } });
    expect(page.status).toBe(403);
    const said = await raw(url, 'GET /_simulator/world HTTP/1.1\r\nHost: kms.example.com\r\n\r\n');
    expect(said).toContain('403');
  });

  it('a hundred megabytes, before they are sent', async () => {
    const { url } = await serve();
    const said = await raw(url, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n');
    expect(said).toContain('413');
    expect((await local(url, 'health')).status).toBe(200);
  });
});

describe('what it survives', () => {
  it.each([
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n',
    'POST //// HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}',
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ])('%j', async (text) => {
    const { url } = await serve();
    await raw(url, text);
    expect((await local(url, 'health')).status).toBe(200);
  });

  it('clients that go away in the middle', async () => {
    const { url } = await serve();
    const { port } = new URL(url);
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"Key');
      socket.destroy();
    }
    expect((await local(url, 'health')).status).toBe(200);
  });

  it('200 connections at once, each with an answer of its own', async () => {
    const { url } = await serve();
    const client = clientOf(url);
    const made = await Promise.all(
      Array.from({ length: 200 }, (_, i) => client.createKey({ Description: `key ${i}` })),
    );
    expect(made.map(({ KeyMetadata }) => KeyMetadata?.Description)).toEqual(made.map((_, i) => `key ${i}`));
    expect(new Set(made.map(({ KeyMetadata }) => KeyMetadata?.KeyId)).size).toBe(200);
  });
});

/** What is answered to bytes on the wire. */
async function raw(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let said = '';
  socket.on('data', (part) => {
    said += part;
    socket.end();
  });
  socket.on('error', () => undefined);
  socket.setTimeout(2000, () => socket.destroy());
  socket.write(text);
  await once(socket, 'close');
  return said;
}
