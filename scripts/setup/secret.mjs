import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './paths.mjs';

/** The secret that signs session cookies: from the environment, or made once and kept beside the data. */
export function readSecret() {
  const given = process.env.BETTER_AUTH_SECRET;
  if (given !== undefined && given !== '') return given;
  const file = inProject('data/secret');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
