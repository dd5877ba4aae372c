import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import type { Learner } from '../learner.ts';
import { startPostgres } from './postgres.ts';

export interface TestDatabase {
  readonly data: () => Database;
  readonly url: () => string;
  /** A learner with an account of their own and nothing else. */
  readonly newLearner: () => Promise<Learner>;
}

/** Runs the same tests on SQLite and on PostgreSQL, each with the migrations applied as `npm start` does it. */
export function onEachDatabase(tests: (database: TestDatabase) => void): void {
  describe.each([
    ['SQLite', startSqlite],
    ['PostgreSQL', startPostgres],
  ])('on %s', (_name, start) => {
    let server: { url: string; stop(): Promise<void> };
    let data: Database;

    beforeAll(async () => {
      server = await start();
      migrate('deploy', server.url);
      data = openDatabase(server.url);
    }, 60_000);

    afterAll(async () => {
      await data?.$disconnect();
      await server?.stop();
    });

    tests({
      data: () => data,
      url: () => server.url,
      async newLearner() {
        const id = randomUUID();
        await data.user.create({ data: { id, name: 'Anonymous', email: `${id}@anonymous.invalid` } });
        return { id };
      },
    });
  });
}

/** Runs the project's own migration command; throws when it fails. */
export function migrate(command: 'deploy' | 'check', url: string): string {
  return execFileSync(process.execPath, ['scripts/db.mjs', command, url], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

async function startSqlite() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kms-playground-sqlite-'));
  return {
    url: `file:${folder}/app.db`,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
