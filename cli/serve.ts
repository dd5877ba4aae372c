import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createWorld, World, type WorldDefinition } from '@/simulator/index.ts';
import { Endpoint, isLoopback } from './endpoint/endpoint.ts';
import { generateRsa } from './endpoint/generate-rsa.ts';
import { readWorld, saveWorld } from './endpoint/world-file.ts';
import { InputError } from './input-error.ts';

const usage = `Usage: npm run -s kms -- serve [--port 8443] [--host 127.0.0.1] [--world FILE] [--region us-east-1]
       [--account 111122223333]`;

/** How often a changed world is saved, in milliseconds. */
const savePause = 5000;

/**
 * Serves a world as an AWS-compatible KMS endpoint until it is told to end.
 * @returns the exit code: 2 when it could not begin
 */
export async function serve(args: readonly string[], output: Writable, errors: Writable): Promise<number> {
  try {
    const options = readArguments(args);
    const host = { generateRsa };
    const definition: WorldDefinition = {
      region: options.region,
      now: new Date().toISOString(),
      accounts: [{ id: options.account }],
    };
    const world =
      options.world !== undefined
        ? await readWorld(options.world, definition, host)
        : createWorld(definition, host);
    const beginning = world.snapshot();
    const near = options.host === 'localhost' || isLoopback(options.host);
    if (!near && beginning.rows.accessKeys.every(({ secret }) => secret === null)) {
      throw new InputError(
        `${options.host} can be reached from elsewhere: give a --world with accessKeys that have secrets`,
      );
    }
    const endpoint = new Endpoint({
      world,
      makeWorld: () => World.restore(beginning, host),
      account: options.account,
      requireSecret: !near,
      now: Date.now,
    });
    await listen(endpoint, options);
    tell(output, endpoint, options, near);
    return await untilEnd(endpoint, options.world, errors);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    errors.write(`kms serve: ${error.message}\n`);
    return 2;
  }
}

interface Options {
  readonly port: number;
  readonly host: string;
  readonly world: string | undefined;
  readonly region: string;
  readonly account: string;
}

function readArguments(args: readonly string[]): Options {
  const { port, host, world, region, account } = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new InputError(`a port is a number from 0 to 65535, not "${port}"`);
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) throw new InputError(`"${region}" is not a Region`);
  if (!/^\d{12}$/.test(account)) throw new InputError(`an account has 12 digits, not "${account}"`);
  return { port: Number(port), host, world, region, account };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8443' },
        host: { type: 'string', default: '127.0.0.1' },
        world: { type: 'string' },
        region: { type: 'string', default: 'us-east-1' },
        account: { type: 'string', default: '111122223333' },
      },
    }).values;
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function listen({ server }: Endpoint, { port, host }: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? `port ${port} is in use: choose another with --port` : error.message;
      reject(new InputError(why));
    });
    server.listen(port, host, resolve);
  });
}

function tell(
  output: Writable,
  { server }: Endpoint,
  { host, world, account, region }: Options,
  near: boolean,
) {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const signatures = near
    ? 'Signatures are checked for access keys whose secret the world holds; others are accepted.'
    : 'Only access keys whose secret the world holds are accepted.';
  output.write(
    [
      `KMS endpoint at ${url}`,
      `  aws kms create-key --endpoint-url ${url} --region ${region}`,
      `  Unknown access keys call as the administrator of ${account}; 12 digits, as that account's.`,
      `  ${signatures}`,
      `  ${world === undefined ? 'The world is gone when this ends; --world FILE keeps it.' : `The world is kept in ${world}.`}`,
      '',
    ].join('\n'),
  );
}

/** Saves now and then, and once more when the process is told to end. */
async function untilEnd(endpoint: Endpoint, file: string | undefined, errors: Writable): Promise<number> {
  let saved = endpoint.changes;
  const save = async () => {
    if (file === undefined || saved === endpoint.changes) return true;
    const { changes } = endpoint;
    try {
      await endpoint.inTurn((world) => saveWorld(file, world));
      saved = changes;
      return true;
    } catch (error) {
      errors.write(
        `kms serve: cannot save ${file}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      return false;
    }
  };
  const timer = setInterval(save, savePause);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(timer);
  await new Promise((resolve) => {
    endpoint.server.close(resolve);
    endpoint.server.closeIdleConnections();
  });
  return (await save()) ? 0 : 1;
}
