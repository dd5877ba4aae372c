/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */
/** @typedef {{ name: string, range: string, wantedBy: string }} Missing */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/**
 * Where Node would find a dependency of a locked package: in its own node_modules or in one above it.
 * @param {Lock} lock
 * @param {string} from
 * @param {string} name
 */
function resolves(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

/**
 * The optional dependencies that a lock file speaks of but does not lock.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function findMissing(lock) {
  return Object.entries(lock.packages).flatMap(([wantedBy, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !resolves(lock, wantedBy, name))
      .map(([name, range]) => ({ name, range, wantedBy })),
  );
}

/**
 * Which system a binary package is for, read from its name.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.replace('@', '').split(/[/-]/);
  const os =
    systems.find((system) => words.includes(system)) ?? (words.includes('windows') ? 'win32' : undefined);
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc }) };
}

/**
 * Adds the missing optional dependencies to a lock file.
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[], unknown: string[] }}
 */
export function complete(lock) {
  const packages = { ...lock.packages };
  const added = [];
  const unknown = [];
  for (const { name, range, wantedBy } of findMissing(lock)) {
    const platform = platformOf(name);
    const isExact = /^\d+\.\d+\.\d+[^ ]*$/.test(range);
    if (!isExact || (platform.os === undefined && platform.cpu?.[0] !== 'wasm32')) {
      unknown.push(`${name}@${range}`);
      continue;
    }
    const dev = lock.packages[wantedBy]?.dev;
    packages[`node_modules/${name}`] = { version: range, ...platform, ...(dev && { dev }), optional: true };
    added.push(name);
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { lock: { ...lock, packages: sorted }, added, unknown };
}
