import type { IncomingMessage } from 'node:http';

/** Reads a body up to a length; null once it is longer, without waiting for the rest. */
export function readBody(message: IncomingMessage, longest: number): Promise<Uint8Array | null> {
  if (Number(message.headers['content-length'] ?? 0) > longest) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    message.on('data', (part: Buffer) => {
      length += part.length;
      if (length > longest) {
        message.removeAllListeners('data');
        message.pause();
        resolve(null);
      } else parts.push(part);
    });
    message.on('end', () => resolve(Buffer.concat(parts)));
    message.on('error', reject);
    message.on('aborted', () => reject(new Error('the client went away')));
  });
}
