import { existsSync } from 'node:fs';
import { commands, inProject } from './paths.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

const databases = ['sqlite', 'postgresql'];

/** Generates both database clients from the one models file, when it has changed. */
export async function generateClients() {
  if (!existsSync(inProject('prisma/models.prisma'))) return;
  const value = digest(['prisma', 'package-lock.json'], (file) => !file.includes('/migrations/'));
  if (
    !isStale(
      'generate',
      value,
      databases.map((name) => `generated/${name}/client.ts`),
    )
  )
    return;
  say('Generating the database clients …');
  for (const name of databases) {
    const args = ['generate', '--no-hints', '--config', inProject(`prisma/${name}.config.ts`)];
    // Naming any executable keeps `prisma generate` from downloading an engine that it does not use.
    await mustRun(commands.prisma, args, 'generate the database clients', {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    });
  }
  stamp('generate', value);
}
