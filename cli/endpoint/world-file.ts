/* The file that a world is kept in: the description of a world at first, a saved world afterwards. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { createWorld, World, type WorldDefinition, type WorldHost } from '@/simulator/index.ts';
import { InputError } from '../input-error.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a world: one that was saved, or a description. Throws an InputError that says what is wrong with the file. */
export async function readWorld(path: string, fallback: WorldDefinition, host: WorldHost): Promise<World> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new InputError(`cannot read ${path}: ${error.message}`);
  });
  // A file that is not there yet is where the world will be saved.
  if (text === null) return createWorld(fallback, host);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(value)) throw new InputError(`${path} holds no world: a world is a JSON object`);
  try {
    if ('rows' in value) return World.restore(value, host);
    if (!Array.isArray(value.accounts)) throw new Error('"accounts" is missing');
    return createWorld({ ...fallback, ...value } as WorldDefinition, host);
  } catch (error) {
    throw new InputError(`${path} holds no world: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Writes a world so that the file is, at any moment, the old world or the new one: into a file beside it, to the disk,
 * and only then under its name.
 */
export async function saveWorld(path: string, world: World): Promise<void> {
  const beside = `${path}.${process.pid}.saving`;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(world.snapshot()));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
