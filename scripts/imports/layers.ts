// Which part of the project may import which: the arrows of docs/ARCHITECTURE.md as data.

/** The parts of the project, each with the parts it may import besides itself. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  app: ['components', 'content', 'lib/browser', 'lib/model', 'lib/server', 'simulator'],
  components: ['lib/browser', 'lib/convert', 'lib/model', 'simulator'],
  'lib/server': ['content', 'generated', 'lib/model', 'simulator'],
  content: ['lib/model', 'simulator'],
  'lib/browser': ['lib/model', 'simulator'],
  'lib/model': ['simulator'],
  'lib/convert': ['simulator'],
  simulator: [],
  cli: ['lib/convert', 'simulator'],
  generated: [],
  prisma: [],
  scripts: ['generated'],
  bench: ['content', 'lib/model', 'scripts', 'simulator'],
  // Browser tests know URLs; from content they take the solutions they type in.
  e2e: ['content', 'scripts'],
};

const below = {
  catalog: [],
  policy: ['catalog'],
  match: ['catalog', 'policy'],
  authorize: ['catalog', 'match', 'policy'],
  access: ['authorize', 'catalog', 'match', 'policy'],
  advise: ['access', 'authorize', 'catalog', 'match', 'policy'],
  requests: ['catalog', 'match'],
  // Who could still administer a key is for the authorizer to say.
  findings: ['access', 'authorize', 'catalog', 'match', 'policy'],
  // What it says to readers comes from the words, like everything that is shown.
  language: ['access', 'authorize', 'catalog', 'explain', 'findings', 'match', 'policy'],
  keys: ['catalog'],
  world: ['catalog', 'keys'],
  ledger: ['catalog', 'keys', 'match', 'world'],
  operations: ['authorize', 'catalog', 'keys', 'ledger', 'match', 'policy', 'world'],
  services: ['authorize', 'catalog', 'keys', 'match', 'operations', 'policy', 'world'],
  protocol: ['authorize', 'catalog', 'keys', 'match', 'operations', 'policy', 'world'],
  explain: [],
} as const;

/** The simulator's own parts. Types may be imported from any of them: they carry no code. */
export const simulatorLayers: Readonly<Record<string, readonly string[]>> = {
  ...below,
  'index.ts': Object.keys(below),
  // What tests stand on.
  testing: [...Object.keys(below), 'cases', 'index.ts'],
  cases: [],
};

/** The doors of the simulator: what may be imported from outside. */
export const simulatorDoors = /^simulator\/(index\.ts|explain\/[\w-]+\.ts|catalog\/[\w-]+\.ts)$/;

/** Which part a file belongs to; undefined for files at the top, which configure tools. */
export function layerOf(file: string): string | undefined {
  const [top = '', next = ''] = file.split('/');
  const layer = top === 'lib' ? `lib/${next}` : top;
  return file.includes('/') ? layer : undefined;
}

/** Which part of the simulator a file belongs to. */
export function simulatorLayerOf(file: string): string {
  return file.split('/')[1] ?? '';
}
