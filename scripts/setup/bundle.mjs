import { pathToFileURL } from 'node:url';
import { inProject } from './paths.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

/**
 * Makes one file of JavaScript out of a TypeScript program, when its sources have changed: it then starts at once.
 * @param {string} name
 * @param {string} entry The program's first file, inside the project.
 * @param {readonly string[]} sources Files and folders that it is made of.
 */
export async function bundle(name, entry, sources) {
  const output = `node_modules/.cache/kms-playground/${name}.mjs`;
  const path = inProject(output);
  const value = digest(
    [...sources, 'scripts/setup/bundle.mjs', 'tsconfig.json', 'package-lock.json'],
    (file) => !/\.test\.tsx?$/.test(file),
  );
  if (isStale(name, value, [output])) {
    const { build } = await import('esbuild');
    await build({
      entryPoints: [inProject(entry)],
      outfile: path,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      sourcemap: 'inline',
      tsconfig: inProject('tsconfig.json'),
      logLevel: 'warning',
    });
    stamp(name, value);
  }
  return { path, href: pathToFileURL(path).href };
}
