import 'server-only';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresClient } from '@/generated/postgresql/client.ts';
import { PrismaClient as SqliteClient } from '@/generated/sqlite/client.ts';
import { readConfiguration } from './configuration.ts';

/** Both clients come from the same models; SQLite's type is the narrower one and stands for both. */
export type Database = SqliteClient;

/** Opens the database at a `file:` or `postgresql:` address. Its tables must be there already. */
export function openDatabase(url: string): Database {
  if (/^postgres(ql)?:/.test(url)) {
    const client: unknown = new PostgresClient({ adapter: new PrismaPg({ connectionString: url }) });
    return client as Database;
  }
  // The time-out is how long a write waits for another process's; libSQL's own commits are durable (FULL).
  return new SqliteClient({ adapter: new PrismaLibSql({ url, timeout: 5000 }) });
}

// In development modules are loaded again after each edit; the connection is kept.
const kept = globalThis as { kmsDatabase?: Database };

/** The server's database, opened when it is first needed. */
export function database(): Database {
  kept.kmsDatabase ??= openDatabase(readConfiguration().databaseUrl);
  return kept.kmsDatabase;
}

/** Whether an error says that a row with the same key is there already. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}
