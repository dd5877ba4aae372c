import { layerOf, layers, simulatorDoors, simulatorLayerOf, simulatorLayers } from './layers.ts';
import type { Import, ImportGraph } from './read-imports.ts';

type Rule = (graph: ImportGraph) => readonly string[];

/** Reports every import that a rule about single imports refuses. */
const eachImport =
  (refuses: (file: string, imported: Import) => boolean): Rule =>
  (graph) =>
    [...graph].flatMap(([file, imports]) =>
      imports
        .filter((imported) => refuses(file, imported))
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Imports from a part of the project that lies to the left, or in a part that the table does not name. */
export const againstTheArrows = eachImport((file, imported) => {
  const from = layerOf(file);
  const to = imported.file === undefined ? undefined : layerOf(imported.file);
  if (from === undefined || to === undefined || from === to) return false;
  return !(layers[from] ?? []).includes(to);
});

/** Imports of the simulator's inside from outside. */
export const besideTheDoor = eachImport(
  (file, imported) =>
    imported.file !== undefined &&
    layerOf(imported.file) === 'simulator' &&
    layerOf(file) !== 'simulator' &&
    !simulatorDoors.test(imported.file),
);

/** Imports against the arrows inside the simulator. Types carry no code and may come from anywhere in it. */
export const againstTheSimulatorsArrows = eachImport((file, imported) => {
  if (layerOf(file) !== 'simulator' || imported.file === undefined || imported.isType) return false;
  if (isTest(file) || layerOf(imported.file) !== 'simulator') return false;
  const from = simulatorLayerOf(file);
  const to = simulatorLayerOf(imported.file);
  return from !== to && !(simulatorLayers[from] ?? []).includes(to);
});

const isCryptography = (specifier: string) =>
  /^(@noble\/(ciphers|curves|hashes|post-quantum)|@scure\/base|micro-rsa-dsa-dh)\b/.test(specifier);

/** Packages in the simulator, which is to run everywhere, but cryptography for keys. Its tests run in Node. */
export const packagesInTheSimulator = eachImport((file, imported) => {
  if (layerOf(file) !== 'simulator' || imported.file !== undefined) return false;
  if (isTest(file) || simulatorLayerOf(file) === 'testing') return false;
  return !(simulatorLayerOf(file) === 'keys' && isCryptography(imported.specifier));
});

const isMonaco = ({ specifier }: Import) => /^(monaco-editor|@monaco-editor)\b/.test(specifier);

/** Monaco anywhere but in the editor's folder. */
export const monacoOutsideTheEditor = eachImport(
  (file, imported) => isMonaco(imported) && !imported.isType && !file.startsWith('components/editor/'),
);

/** Routes that would load Monaco at once: those that reach it by static imports alone. */
export const routesWithMonaco: Rule = (graph) => {
  const reached = new Map<string, boolean>();
  const reachesMonaco = (file: string): boolean => {
    const known = reached.get(file);
    if (known !== undefined) return known;
    reached.set(file, false);
    const found = (graph.get(file) ?? [])
      .filter(({ isType, isDynamic }) => !isType && !isDynamic)
      .some(
        (imported) => isMonaco(imported) || (imported.file !== undefined && reachesMonaco(imported.file)),
      );
    reached.set(file, found);
    return found;
  };
  return [...graph.keys()].filter((file) => layerOf(file) === 'app' && reachesMonaco(file));
};

/** Server code that a browser bundle could take in, because its first import is not `server-only`. */
export const unguardedServerCode: Rule = (graph) =>
  [...graph]
    .filter(([file]) => layerOf(file) === 'lib/server' && !isTest(file) && !file.includes('/testing/'))
    .filter(([, imports]) => imports[0]?.specifier !== 'server-only')
    .map(([file]) => file);

/** Imports of files that are not there; relative and `@/` imports carry their extension. */
export const brokenImports = eachImport(
  (_file, imported) =>
    imported.file !== undefined &&
    layerOf(imported.file) !== 'generated' &&
    !/\.(tsx?|mjs|json|css)$/.test(imported.specifier),
);

/** Cycles, each told once as a chain of files. Imports of types and `import()` close no cycle. */
export const cycles: Rule = (graph) => {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push([...trail.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { file: next, isType, isDynamic } of graph.get(file) ?? []) {
      if (next !== undefined && !isType && !isDynamic) walk(next, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
};
