// Imported first by every entry script, and written in old syntax: it must run on the Node versions it refuses.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/**
 * The range of `engines.node` in package.json, which follows from Prisma's and Vitest's.
 * @param {number} major
 * @param {number} minor
 */
export function isSupported(major, minor) {
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major >= 24;
}

if (!isSupported(major, minor)) {
  process.stderr.write(
    `\nNode ${process.versions.node} is not supported: version 20.19 or newer, 22.12 or newer, or 24 and up is needed.\n` +
      'Install a supported version from https://nodejs.org or with your version manager (nvm install 24), then try again.\n',
  );
  process.exit(1);
}
