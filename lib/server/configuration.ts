import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What the operator of a server may set; everything has a default that fits one machine. */
export interface Configuration {
  readonly databaseUrl: string;
  /** The address readers use, when it is known: behind a proxy it differs from the one the server listens on. */
  readonly publicUrl: string | undefined;
  /** Signs the session cookies. */
  readonly secret: string;
}

/** Reads the configuration from the environment. */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  return {
    databaseUrl: environment.DATABASE_URL || 'file:./data/app.db',
    publicUrl: environment.PUBLIC_URL || environment.BETTER_AUTH_URL || undefined,
    secret: environment.BETTER_AUTH_SECRET || keptSecret('data'),
  };
}

/** A secret of this machine, made at the first start and readable by the server's own user only. */
export function keptSecret(folder: string): string {
  const file = `${folder}/secret`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
