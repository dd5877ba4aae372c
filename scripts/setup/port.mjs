import { createServer } from 'node:net';
import { Stop } from './say.mjs';

/**
 * The port to serve on, from the environment.
 * @param {string | undefined} value
 */
export function readPort(value) {
  const port = Number(value ?? '3000');
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(
    `PORT is "${value}", which is not a port.`,
    'Set it to a number from 1 to 65535, or leave it out for 3000.',
  );
}

/**
 * Stops with a remedy when the port cannot be listened on.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function requireFreePort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(explainPort(error, port, host)),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
function explainPort(error, port, host) {
  const other = `choose another port: PORT=${port === 3000 ? 3001 : 3000} npm start`;
  if (error.code === 'EADDRINUSE')
    return new Stop(`Port ${port} is in use by another program.`, `Stop that program, or ${other}`);
  if (error.code === 'EACCES')
    return new Stop(
      `Port ${port} needs more rights than your user has.`,
      `Most systems keep ports below 1024 to the administrator: ${other}`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Stop(
      `HOST is "${host}", which is not an address of this machine.`,
      'Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its addresses.',
    );
  return error;
}

/** A port that nobody listens on right now. */
export function findFreePort() {
  return /** @type {Promise<number>} */ (
    new Promise((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
    })
  );
}
