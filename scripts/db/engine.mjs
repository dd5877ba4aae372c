// Prisma's schema engine as WebAssembly: it compares schemas and applies migrations with nothing to download.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** @typedef {'sqlite' | 'postgresql'} Provider */

/** The databases that every model and migration is kept for. */
export const providers = /** @type {const} */ (['sqlite', 'postgresql']);

/** Which of the two a database address speaks of. */
export function providerOf(url) {
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql';
  if (url.startsWith('file:')) return 'sqlite';
  throw new Error(
    `DATABASE_URL must begin with file: or postgresql:// (it begins with "${url.slice(0, 12)}").`,
  );
}

/** Runs `work` with an engine that holds a connection to `url`, and closes the connection. */
export async function withEngine(url, models, work) {
  await loaded();
  const { factory, close } = await connect(url);
  try {
    const schema = schemaFiles(providerOf(url), models).map((file) => [file.path, file.content]);
    const engine = await bindings.SchemaEngine.new(
      { datamodels: schema },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return await work(engine);
  } finally {
    await close();
  }
}

/** The models as a complete schema for one database, in the form the engine takes. */
export function schemaFiles(provider, models) {
  return [{ path: 'schema.prisma', content: `datasource db {\n  provider = "${provider}"\n}\n${models}` }];
}

/** SQLite only: writes go to a log beside the file, so that readers and a writer do not wait for each other. */
export async function enableWriteAheadLog(url) {
  const { factory } = await connect(url);
  const connection = await factory.connect();
  await connection.executeScript('PRAGMA journal_mode = WAL');
  await connection.dispose();
}

let loading;

function loaded() {
  loading ??= load();
  return loading;
}

async function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => console.error('schema engine panic:', message),
  };
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(
    readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': bindings,
    },
  );
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

async function connect(url) {
  return providerOf(url) === 'postgresql' ? connectPostgres(url) : connectSqlite(url);
}

async function connectSqlite(url) {
  const { PrismaLibSql } = await import('@prisma/adapter-libsql');
  const file = url.slice('file:'.length);
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  return { factory: new PrismaLibSql({ url, timeout: 5000 }), close: async () => {} };
}

async function connectPostgres(url) {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { default: pg } = await import('pg');
  class Pool extends pg.Pool {
    async query(...args) {
      return describable(await super.query(...args));
    }
  }
  const pool = new Pool({ connectionString: url, allowExitOnIdle: true });
  return { factory: new PrismaPg(pool), close: () => pool.end() };
}

// PostgreSQL's type "char", in which its catalog tells the kinds of things.
const CHAR = 18;
const TEXT = 25;

/**
 * What the engine asks the catalog, in a form that it and the adapter understand: the adapter does not know
 * "char"; and PostgreSQL 18 lists NOT NULL among the constraints, which the engine reads from the columns.
 */
function describable(result) {
  for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
  const kind = result.fields?.findIndex(({ name }) => name === 'constraint_type') ?? -1;
  if (kind >= 0) result.rows = result.rows.filter((row) => row[kind] !== 'n');
  return result;
}
