// The command line. Its stdout is its result, so everything the set-up says goes to stderr.
import './setup/node-version.mjs';
import { bundle } from './setup/bundle.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { main, sayOnStderr } from './setup/say.mjs';

let program = { path: '', href: '' };
sayOnStderr();
await main(async () => {
  await installDependencies();
  program = await bundle('kms', 'cli/main.ts', ['cli', 'simulator', 'lib/convert', 'lib/model']);
});
// npm runs scripts in the project's folder; files named by the reader are relative to where the reader is.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
process.argv[1] = program.path;
await import(program.href);
