import { commands } from './paths.mjs';
import { start } from './run.mjs';
import { say } from './say.mjs';
import { readSecret } from './secret.mjs';

/**
 * @typedef {object} Service
 * @property {number} port
 * @property {string} host
 * @property {string} database
 */

/**
 * Serves the site until it is stopped, and tells where to open it as soon as it answers.
 * @param {'start' | 'dev'} mode
 * @param {Service} service
 */
export async function serve(mode, { port, host, database }) {
  const env = { DATABASE_URL: database, BETTER_AUTH_SECRET: readSecret(), PORT: String(port), HOST: host };
  const server = start(process.execPath, [commands.next, mode, '-H', host, '-p', String(port)], { env });
  server.on('exit', (code) => process.exit(code ?? 1));
  await answers(port, host);
  say(`KMS Playground is running: open http://${readable(host)}:${port} (Ctrl+C stops it).`);
}

/**
 * The address a browser on this machine can open.
 * @param {string} host
 */
function readable(host) {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * @param {number} port
 * @param {string} host
 */
async function answers(port, host) {
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  for (;;) {
    try {
      await fetch(`http://${name}:${port}/robots.txt`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
