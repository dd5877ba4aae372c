/* What commands read from files, with errors that say what the reader can do. */
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Environment } from '@/simulator/index.ts';
import { InputError } from './input-error.ts';

/** No policy, and no world that is written by hand, comes near it. Bytes. */
const mostBytes = 1 << 20;

/** A file's text, in UTF-8; `-` is standard input. Throws `InputError` for what cannot be a policy. */
export async function readTextFile(file: string, input?: Readable): Promise<string> {
  const bytes = file === '-' && input ? await readAll(input) : await readBytes(file);
  const text = decode(bytes, file === '-' ? 'standard input' : file);
  return text.replace(/^\uFEFF/, '');
}

/** A JSON value of a file. */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${reasonOf(error)}`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) throw tooLarge(file, size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
    throw new InputError(
      isFolder ? `${file} is a folder; name the files in it` : `${file} cannot be read: ${reasonOf(error)}`,
    );
  }
}

async function readAll(input: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > mostBytes) throw tooLarge('standard input', size);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(file: string, size: number): InputError {
  const megabytes = (size / (1 << 20)).toFixed(1);
  return new InputError(`${file} has ${megabytes} MB: no policy is that large (the limit here is 1 MB)`);
}

/** Null characters are in no policy: the file is something else, or in UTF-16. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Not UTF-8: told below.
  }
  throw new InputError(`${file} is not a text in UTF-8`);
}

type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON object of a file. */
export async function readJsonObject(file: string): Promise<JsonObject> {
  const value = await readJsonFile(file);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${file}: a key policy or an environment is a JSON object`);
  }
  return value as JsonObject;
}

const lists = [
  'grants',
  'identityPolicies',
  'permissionBoundaries',
  'sessionPolicies',
  'scps',
  'rcps',
  'callers',
];

/** A key policy joins the world; an environment stands over it. */
export function asEnvironment(value: JsonObject, file: string, base: Environment): Environment {
  if ('Statement' in value) return { ...base, resourcePolicy: value };
  for (const name of lists) {
    const given = value[name];
    if (given !== undefined && given !== null && !Array.isArray(given)) {
      throw new InputError(`${file}: ${name}: a list or null is needed`);
    }
  }
  const known = ['resourcePolicy', 'key', ...lists];
  if (!known.some((name) => name in value)) {
    throw new InputError(`${file} is neither a key policy (it has no Statement) nor an environment`);
  }
  return { ...base, ...value };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
