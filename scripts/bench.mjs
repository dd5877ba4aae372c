// Prints figures by name. Nothing is asserted: they differ from machine to machine.
import './setup/node-version.mjs';
import { buildSite } from './setup/build.mjs';
import { bundle } from './setup/bundle.mjs';
import { requireChromium } from './setup/chromium.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { buildEmptyPage } from './setup/empty-page.mjs';
import { generateClients } from './setup/generate.mjs';
import { run } from './setup/run.mjs';
import { main, Stop, say } from './setup/say.mjs';

/**
 * Runs a benchmark written in TypeScript.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
async function bench(name, env) {
  const { path } = await bundle(`bench-${name}`, `bench/${name}.ts`, [
    'bench',
    'simulator',
    'lib/model',
    'scripts',
  ]);
  const { ok } = await run(process.execPath, [path], { env: { NODE_ENV: 'production', ...env } });
  if (!ok) throw new Stop(`The benchmark "${name}" failed.`, 'What went wrong is told above.');
}

async function browser() {
  await generateClients();
  await buildSite();
  return { CHROMIUM_PATH: await requireChromium() };
}

/** @type {Readonly<Record<string, () => Promise<void>>>} */
const parts = {
  engine: () => bench('engine'),
  check: () => bench('check'),
  'cold-start': () => bench('cold-start'),
  comparable: () => bench('comparable'),
  world: () => bench('world'),
  trail: () => bench('trail'),
  pages: async () => {
    const env = await browser();
    const empty = await buildEmptyPage();
    try {
      await bench('pages', { ...env, EMPTY_PAGE: empty.folder });
    } finally {
      empty.remove();
    }
  },
  keystroke: async () => bench('keystroke', await browser()),
};

await main(async () => {
  await installDependencies();
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    const part = parts[name];
    if (part === undefined)
      throw new Stop(`There is no benchmark "${name}".`, `There are: ${Object.keys(parts).join(', ')}.`);
    say(`── ${name}`);
    await part();
  }
});
