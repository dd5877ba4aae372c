import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: inProject('./') },
      // Throws outside a server component; tests of server code run in Node.
      { find: /^server-only$/, replacement: inProject('./node_modules/server-only/empty.js') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,components,content,lib,simulator,cli,scripts,bench}/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    pool: 'threads',
    // A fuller report than this is in the JSON file that `npm test` counts from.
    slowTestThreshold: 2000,
  },
});
