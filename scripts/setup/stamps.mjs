// What was installed, generated and built from which sources. Content is compared, not time: a checkout or a
// fresh clone changes every time stamp.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './paths.mjs';

/**
 * Hashes files, and folders with everything in them. What does not exist counts as empty.
 * @param {readonly string[]} sources Paths inside the project.
 * @param {(file: string) => boolean} [counts] Which files matter.
 */
export function digest(sources, counts = () => true) {
  const hash = createHash('sha256');
  /** @param {string} source */
  const visit = (source) => {
    const file = inProject(source);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) visit(path.posix.join(source, name));
    } else if (counts(source)) {
      hash.update(`${source}\0`).update(readFileSync(file)).update('\0');
    }
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}

/** @param {string} name */
const stampFile = (name) => inProject('node_modules/.cache/kms-playground/stamps', name);

/**
 * Whether a step has to run: its outputs are missing or were made from other sources.
 * @param {string} name
 * @param {string} value Digest of the sources.
 * @param {readonly string[]} outputs Paths inside the project.
 */
export function isStale(name, value, outputs) {
  const stamp = stampFile(name);
  return (
    !outputs.every((output) => existsSync(inProject(output))) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== value
  );
}

/**
 * Notes that a step has run.
 * @param {string} name
 * @param {string} value Digest of the sources it ran on.
 */
export function stamp(name, value) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}
