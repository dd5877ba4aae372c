import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './paths.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';

/** Where the data is unless `DATABASE_URL` says otherwise: a file in the project's own folder. */
export const defaultDatabase = 'file:./data/app.db';

/**
 * Brings the database's tables up to date; a new SQLite file is made on the way.
 * @param {string} url
 */
export async function migrate(url) {
  const isFile = url.startsWith('file:');
  if (isFile) mkdirSync(path.dirname(path.resolve(root, url.slice('file:'.length))), { recursive: true });
  say(
    isFile
      ? `Applying migrations to ${url.slice('file:'.length)} …`
      : 'Applying migrations to the PostgreSQL database …',
  );
  await mustRun(inProject('scripts/db.mjs'), ['deploy', url], 'bring the database up to date');
}
