import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { enableWriteAheadLog, providerOf, providers, schemaFiles, withEngine } from './engine.mjs';

const prismaFolder = fileURLToPath(new URL('../../prisma', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/**
 * Writes the SQL that leads from the last migration's models to today's, for both databases. The models as they
 * were lie beside each migration, so that no database is needed to compare with.
 */
export async function createMigrations(name, now = new Date()) {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const written = [];
  for (const provider of providers) {
    const sql = await pendingChange(provider);
    if (sql === null) continue;
    const folder = path.join(migrationsFolder(provider), `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    writeFileSync(path.join(folder, 'models.snapshot'), readModels());
    written.push(path.relative(path.dirname(prismaFolder), folder));
  }
  return written;
}

/** The SQL that a new migration would hold, or null when the last one already leads to today's models. */
export async function pendingChange(provider) {
  const last = migrationNames(provider).at(-1);
  const before = last && readFileSync(path.join(migrationsFolder(provider), last, 'models.snapshot'), 'utf8');
  const from = before ? { tag: 'schemaDatamodel', files: schemaFiles(provider, before) } : { tag: 'empty' };
  const to = { tag: 'schemaDatamodel', files: schemaFiles(provider, readModels()) };
  // Two schema texts are compared: the engine only wants some connection, and memory will do for both.
  const { stdout } = await withEngine('file::memory:', readModels(), (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters }),
  );
  return !stdout?.trim() || stdout.startsWith('-- This is an empty migration') ? null : stdout;
}

/** Applies the migrations that the database at `url` does not have yet; answers with their names. */
export async function deployMigrations(url) {
  const provider = providerOf(url);
  const { appliedMigrationNames } = await withEngine(url, readModels(), (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(provider), filters }),
  );
  if (provider === 'sqlite') await enableWriteAheadLog(url);
  return appliedMigrationNames;
}

/** The SQL by which the database at `url` differs from the models, or null when they are in step. */
export async function databaseDrift(url) {
  const files = schemaFiles(providerOf(url), readModels());
  const from = { tag: 'schemaDatasource', files, configDir: '.' };
  const to = { tag: 'schemaDatamodel', files };
  const { exitCode, stdout } = await withEngine(url, readModels(), (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return exitCode === 0 ? null : (stdout ?? '');
}

function readModels() {
  return readFileSync(path.join(prismaFolder, 'models.prisma'), 'utf8');
}

function migrationsFolder(provider) {
  return path.join(prismaFolder, provider, 'migrations');
}

function migrationNames(provider) {
  const folder = migrationsFolder(provider);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function migrationsList(provider) {
  const folder = migrationsFolder(provider);
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    migrationDirectories: migrationNames(provider).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
