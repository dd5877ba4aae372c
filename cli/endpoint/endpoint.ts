/* A world behind an HTTP server: AWS's protocol, and a few routes of our own under /_simulator. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { type HttpResponse, handleAwsJson, handleAwsQuery, isQuery, type World } from '@/simulator/index.ts';
import { readBody } from './body.ts';
import { answerLocal, type LocalAnswer } from './local-routes.ts';

export interface EndpointOptions {
  readonly world: World;
  /** Makes the world anew, as it was at the start. */
  readonly makeWorld: () => World;
  readonly account: string;
  /** Refuse access keys whose secret the world does not hold. */
  readonly requireSecret: boolean;
  /** The time, in milliseconds since 1970, that the world's clock follows; it never goes back. */
  readonly now: () => number;
}

/** Room above the longest request, so that what is a little too long gets the service's own answer. */
const longestBody = 1_048_576 + 65_536;

/** The world's clock is set again once it is this far behind: setting it looks at every key. Milliseconds. */
const clockStep = 1000;

/** Answers requests one after the other, in the order in which their bodies were complete. */
export class Endpoint {
  readonly server: Server;
  private readonly options: EndpointOptions;
  private current: World;
  private last: Promise<unknown> = Promise.resolve();
  private answered = 0;

  constructor(options: EndpointOptions) {
    this.options = options;
    this.current = options.world;
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
    this.server.requestTimeout = 30_000;
    this.server.headersTimeout = 10_000;
  }

  /** How many requests may have changed the world so far. */
  get changes(): number {
    return this.answered;
  }

  /** Does something with the world while no request is under way. */
  inTurn<T>(work: (world: World) => T | Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      await this.current.settled();
      return work(this.current);
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = this.refusal(request);
    if (refused) return writeLocal(response, refused);
    const body = await readBody(request, longestBody);
    if (body === null) {
      response.setHeader('connection', 'close');
      return writeLocal(response, { status: 413, value: { error: 'the body is longer than 1 MiB' } });
    }
    const { method = 'GET', url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://endpoint');
    const keeper = (world: World) => ({ world, reset: () => this.reset() });
    const local = { method, path: pathname, query: searchParams };
    const told = await this.inTurn((world) => answerLocal(keeper(world), local));
    if (told) return writeLocal(response, told);
    const answer = await this.inTurn((world) => this.call(world, request, body));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  /** Pages in a browser may reach loopback addresses, but have no business here. */
  private refusal({ headers, socket, url = '/' }: IncomingMessage): LocalAnswer | null {
    if (headers.origin !== undefined) {
      return { status: 403, value: { error: 'requests from web pages are refused' } };
    }
    const near = isLoopback(socket.remoteAddress ?? '');
    if (near && !this.options.requireSecret && !isLoopbackHost(headers.host ?? '')) {
      return { status: 403, value: { error: `the host ${headers.host ?? ''} is not this endpoint's` } };
    }
    if (!near && url.startsWith('/_simulator')) {
      return { status: 403, value: { error: 'only from the machine itself' } };
    }
    return null;
  }

  private call(world: World, request: IncomingMessage, body: Uint8Array): Promise<HttpResponse> {
    const { account, requireSecret, now } = this.options;
    const behind = now() - world.now.getTime();
    if (behind >= clockStep) world.advance({ seconds: behind / 1000 });
    this.answered += 1;
    const { method = '', url: path = '/' } = request;
    const asked = { method, path, headers: headersOf(request), body };
    const options = {
      defaultAccount: account,
      requireSecret,
      newRequestId: randomUUID,
      randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
    };
    return isQuery(asked) ? handleAwsQuery(world, asked, options) : handleAwsJson(world, asked, options);
  }

  private reset(): void {
    this.current = this.options.makeWorld();
    this.answered += 1;
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}

function writeLocal(response: ServerResponse, { status, value }: LocalAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(value)}\n`);
}

/** Whether only this machine reaches an address. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** `localhost:8080`, `127.0.0.1`, `[::1]:8080`, and names under localhost, such as `kms.localhost`. */
function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}
