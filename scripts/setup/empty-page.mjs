import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commands, inProject } from './paths.mjs';
import { mustRun } from './run.mjs';

const files = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs':
    "import { fileURLToPath } from 'node:url';\nexport default { turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) } };",
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.jsx': 'export default function Page() { return <p>Empty</p>; }',
};

/** Builds a Next site of one empty page with the project's own packages, to compare ours with. */
export async function buildEmptyPage() {
  const folder = inProject('.bench-empty');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  await mustRun(commands.next, ['build', folder], 'build the empty page');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
