import { existsSync } from 'node:fs';
import { commands, inProject } from './paths.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';
import { digest, isStale, stamp } from './stamps.mjs';

/** Everything that can change what the build makes. */
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'simulator',
  'prisma',
  'public',
  'next.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'mdx-components.tsx',
  'tsconfig.json',
  'tsconfig.base.json',
  'package-lock.json',
  'scripts/postbuild.mjs',
];

/** @param {string} file */
const isBuilt = (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('simulator/cases/');

/** Builds the site when its sources have changed since the last build. */
export async function buildSite() {
  const value = digest(sources, isBuilt);
  if (!isStale('build', value, ['.next/BUILD_ID'])) return;
  say('Building the site (about half a minute) …');
  await mustRun(commands.next, ['build'], 'build the site');
  // Gives each page the Content-Security-Policy that fits its own inline scripts.
  const postbuild = inProject('scripts/postbuild.mjs');
  if (existsSync(postbuild)) await mustRun(postbuild, [], 'finish the build');
  stamp('build', value);
}
