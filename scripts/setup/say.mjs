/** @type {NodeJS.WriteStream} */
let stream = process.stdout;

/** Sends what the set-up says to stderr, for commands whose stdout is their result. */
export function sayOnStderr() {
  stream = process.stderr;
}

/**
 * Tells the reader what happens now, with the seconds since the command started.
 * @param {string} message
 */
export function say(message) {
  stream.write(`[${process.uptime().toFixed(1)} s] ${message}\n`);
}

/** A failure that is not a bug: it is told in a sentence, with what to do about it, and without a stack. */
export class Stop extends Error {
  /**
   * @param {string} message What is wrong.
   * @param {string} remedy What the reader can do about it.
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/** @type {Readonly<Record<string, string>>} */
const systemRemedies = {
  EACCES: 'Give your user write permission to it, or clone the project into a folder of your own.',
  EPERM: 'Give your user write permission to it, or clone the project into a folder of your own.',
  EROFS: 'It is on a read-only file system: clone the project to a place that can be written.',
  ENOSPC: 'The disk is full: free some space, then try again.',
};

/**
 * A file-system error in a sentence with its remedy; anything else as it is.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const remedy = systemRemedies[String(error.code)];
  const path = 'path' in error ? error.path : 'a file';
  return remedy === undefined ? error : new Stop(`Cannot write ${path} (${error.code}).`, remedy);
}

/**
 * Runs an entry script and turns what it throws into words and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (thrown) {
    const error = explain(thrown);
    if (error instanceof Stop) process.stderr.write(`\n${error.message}\n${error.remedy}\n`);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}
