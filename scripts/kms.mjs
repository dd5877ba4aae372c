// The command line. Its stdout is its result, so everything the set-up says goes to stderr.
import './setup/node-version.mjs';
import { bundleCli } from './setup/cli-bundle.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { main, sayOnStderr } from './setup/say.mjs';

let bundle = { path: '', href: '' };
sayOnStderr();
await main(async () => {
  await installDependencies();
  bundle = await bundleCli();
});
// npm runs scripts in the project's folder; files named by the reader are relative to where the reader is.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
process.argv[1] = bundle.path;
await import(bundle.href);
