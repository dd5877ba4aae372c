import { inProject } from './paths.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

/** Generates both database clients from the one models file, when it has changed. */
export async function generateClients() {
  const value = digest(['prisma', 'package-lock.json'], (file) => !file.includes('/migrations/'));
  if (!isStale('generate', value, ['generated/sqlite/client.ts', 'generated/postgresql/client.ts'])) return;
  say('Generating the database clients …');
  await mustRun(inProject('scripts/db.mjs'), ['generate'], 'generate the database clients');
  stamp('generate', value);
}
