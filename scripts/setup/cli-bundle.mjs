import { pathToFileURL } from 'node:url';
import { inProject } from './paths.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

const output = 'node_modules/.cache/kms-playground/kms.mjs';

/** The command line as one file of JavaScript: bundled when its sources have changed, so that it starts at once. */
export async function bundleCli() {
  const value = digest(
    ['cli', 'simulator', 'lib/model', 'tsconfig.json', 'package-lock.json'],
    (file) => !/\.test\.ts$/.test(file),
  );
  const path = inProject(output);
  if (isStale('cli', value, [output])) {
    const { build } = await import('esbuild');
    await build({
      entryPoints: [inProject('cli/main.ts')],
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
    stamp('cli', value);
  }
  return { path, href: pathToFileURL(path).href };
}
