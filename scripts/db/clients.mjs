import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { providers } from './engine.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the typed database clients, one for each database, to generated/. */
export function generateClients() {
  for (const provider of providers) {
    const args = ['node_modules/prisma/build/index.js', 'generate', '--no-hints'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...args, '--config', `prisma/${provider}.config.ts`],
      {
        cwd: root,
        encoding: 'utf8',
        // Any executable will do: it keeps Prisma from downloading a native engine that generating never starts.
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
      },
    );
    if (status !== 0) throw new Error(`The ${provider} client could not be generated.\n${stdout}${stderr}`);
  }
}
