// node scripts/db.mjs generate | create <name> | deploy [url] | check [url]
import { generateClients } from './db/clients.mjs';
import { createMigrations, databaseDrift, deployMigrations } from './db/migrations.mjs';

const usage = `Usage: node scripts/db.mjs <command>
  generate        write the typed clients to generated/
  create <name>   write a migration for both databases from the changes in prisma/models.prisma
  deploy [url]    apply the migrations a database does not have yet
  check [url]     tell whether a database is in step with the models; exit 1 if not
url is file:… or postgresql://…; without it DATABASE_URL is taken, then file:./data/app.db`;

const [command, argument] = process.argv.slice(2);
const url = argument ?? process.env.DATABASE_URL ?? 'file:./data/app.db';

const commands = {
  generate() {
    generateClients();
    console.log('The database clients are in generated/.');
  },
  async create() {
    if (!/^[a-z0-9_]+$/.test(argument ?? ''))
      throw new Error('Name the migration: small letters, digits and _.');
    const written = await createMigrations(argument);
    console.log(written.length > 0 ? `Wrote ${written.join(' and ')}.` : 'The models have not changed.');
  },
  async deploy() {
    const applied = await deployMigrations(url);
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  },
  async check() {
    const drift = await databaseDrift(url);
    if (drift === null) return console.log('The database is in step with the models.');
    console.error(`The database differs from the models. This SQL would bring it in step:\n${drift}`);
    process.exitCode = 1;
  },
};

const run = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
if (!run) {
  console.error(usage);
  process.exit(2);
}
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
