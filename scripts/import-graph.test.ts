import { describe, expect, test } from 'vitest';
import { type ImportGraph, readImportGraph, readImports } from './imports/read-imports.ts';
import {
  againstTheArrows,
  againstTheSimulatorsArrows,
  besideTheDoor,
  brokenImports,
  cycles,
  monacoOutsideTheEditor,
  packagesInTheSimulator,
  routesWithMonaco,
  unguardedServerCode,
} from './imports/rules.ts';

/** A made-up project: each file's text by its path. */
const project = (files: Record<string, string>): ImportGraph =>
  new Map(Object.entries(files).map(([file, text]) => [file, readImports(file, text)]));

const rules = [
  {
    name: 'imports follow the arrows between the parts of the project',
    rule: againstTheArrows,
    breach: project({ 'components/a.tsx': "import { rows } from '@/lib/server/database.ts';" }),
  },
  {
    name: 'the simulator is imported through its doors',
    rule: besideTheDoor,
    breach: project({ 'lib/model/a.ts': "export * from '@/simulator/match/arn.ts';" }),
  },
  {
    name: 'imports follow the arrows inside the simulator',
    rule: againstTheSimulatorsArrows,
    breach: project({ 'simulator/catalog/a.ts': "import { parse } from '../policy/parse.ts';" }),
  },
  {
    name: 'the simulator uses no package',
    rule: packagesInTheSimulator,
    breach: project({ 'simulator/match/a.ts': "import { readFile } from 'node:fs';" }),
  },
  {
    name: 'only keys in the simulator use cryptography',
    rule: packagesInTheSimulator,
    breach: project({ 'simulator/world/a.ts': "import { gcm } from '@noble/ciphers/aes.js';" }),
  },
  {
    name: 'keys in the simulator use nothing else',
    rule: packagesInTheSimulator,
    breach: project({ 'simulator/keys/a.ts': "import { webcrypto } from 'node:crypto';" }),
  },
  {
    name: 'only the editor knows Monaco',
    rule: monacoOutsideTheEditor,
    breach: project({ 'components/lesson/a.tsx': "const monaco = await import('monaco-editor');" }),
  },
  {
    name: 'no route loads Monaco at once',
    rule: routesWithMonaco,
    breach: project({
      'app/playground/page.tsx': "import { Editor } from '@/components/editor/a.tsx';",
      'components/editor/a.tsx': "import 'monaco-editor/editor/editor.api';",
    }),
  },
  {
    name: 'server code cannot get into a browser bundle',
    rule: unguardedServerCode,
    breach: project({ 'lib/server/a.ts': "import { z } from 'zod'; import 'server-only';" }),
  },
  {
    name: 'imports name a file with its extension',
    rule: brokenImports,
    breach: project({ 'lib/model/a.ts': "import { b } from './b';" }),
  },
  {
    name: 'there are no cycles',
    rule: cycles,
    breach: project({
      'lib/model/a.ts': "import { b } from './b.ts';",
      'lib/model/b.ts': "import { a } from './a.ts';",
    }),
  },
];

const graph = readImportGraph();

describe.each(rules)('$name', ({ rule, breach }) => {
  test('in the whole project', () => {
    expect(rule(graph)).toEqual([]);
  });

  test('and a breach would be found', () => {
    expect(rule(breach)).not.toEqual([]);
  });
});

test('imports of types, and those loaded when asked for, are told apart', () => {
  const text = `import type { A } from './a.ts';
    export type { B } from '@/lib/model/b.ts';
    const c = () => import('c');
    const text = "import { no } from 'no'";
    let d: import('d').D;`;
  expect(readImports('lib/model/x.ts', text)).toEqual([
    { specifier: './a.ts', file: 'lib/model/a.ts', isType: true, isDynamic: false },
    { specifier: '@/lib/model/b.ts', file: 'lib/model/b.ts', isType: true, isDynamic: false },
    { specifier: 'c', file: undefined, isType: false, isDynamic: true },
    { specifier: 'd', file: undefined, isType: true, isDynamic: false },
  ]);
});
