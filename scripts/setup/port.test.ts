import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, readPort, requireFreePort } from './port.mjs';

test('PORT is a port, and 3000 when it is not set', () => {
  expect(readPort(undefined)).toBe(3000);
  expect(readPort('8080')).toBe(8080);
  for (const wrong of ['', 'http', '0', '70000', '80.5']) expect(() => readPort(wrong)).toThrow(/not a port/);
});

test('a port in use is told, with another to choose', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(requireFreePort(port, '127.0.0.1')).rejects.toMatchObject({
    message: `Port ${port} is in use by another program.`,
    remedy: expect.stringContaining('PORT=3000 npm start'),
  });
  server.close();
});

test('a free port can be listened on', async () => {
  await expect(requireFreePort(await findFreePort(), '127.0.0.1')).resolves.toBeUndefined();
});

test('a host that is not of this machine is told', async () => {
  await expect(requireFreePort(3000, '192.0.2.1')).rejects.toThrow(/not an address of this machine/);
});
