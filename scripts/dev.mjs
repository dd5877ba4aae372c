import './setup/node-version.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { generateClients } from './setup/generate.mjs';
import { defaultDatabase, migrate } from './setup/migrate.mjs';
import { readPort, requireFreePort } from './setup/port.mjs';
import { main, say } from './setup/say.mjs';
import { serve } from './setup/serve.mjs';

await main(async () => {
  const port = readPort(process.env.PORT);
  const host = process.env.HOST ?? '127.0.0.1';
  const database = process.env.DATABASE_URL ?? defaultDatabase;
  await requireFreePort(port, host);
  await installDependencies();
  await generateClients();
  await migrate(database);
  say('Starting the site for working on it …');
  await serve('dev', { port, host, database });
});
