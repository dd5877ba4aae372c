// npm leaves out of the lock file what the registry it used does not carry, such as other systems' binaries, and
// `npm ci` then refuses the file. This adds them: run it after every npm install that changes the lock file.
import './setup/node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { complete } from './lockfile/complete.mjs';
import { inProject } from './setup/paths.mjs';
import { main } from './setup/say.mjs';

await main(async () => {
  const file = inProject('package-lock.json');
  const { lock, added, unknown } = complete(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${added.length} optional packages added to package-lock.json.\n`);
  for (const name of unknown)
    process.stdout.write(
      `Not added, since its system cannot be told from its name or its version is not exact: ${name}\n`,
    );
  process.exitCode = unknown.length > 0 ? 1 : 0;
});
