import { generateKeyPair } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Duration, WorldCaller, WorldDefinition } from '../index.ts';
import { wrapKeyMaterial } from '../keys/import.ts';

/** One thing that is done to a world: a call with what becomes of it, or time that passes. */
export interface Step {
  readonly advance?: Duration;
  readonly as?: WorldCaller | string;
  readonly call?: string;
  readonly with?: unknown;
  /** Part of the answer. */
  readonly gives?: unknown;
  /** Members that the answer does not have, as `A.B`. */
  readonly lacks?: readonly string[];
  readonly fails?: { readonly name: string; readonly message?: string };
  /** Values of the answer to go on with: name → path. */
  readonly keep?: Readonly<Record<string, string>>;
}

export interface OperationCase {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly given: WorldDefinition;
  readonly steps: readonly Step[];
}

interface CaseFile {
  readonly given: WorldDefinition;
  readonly cases: readonly Omit<OperationCase, 'file' | 'given'>[];
}

const folder = new URL('../cases/operations/', import.meta.url);

/** The cases of `cases/operations`. */
export function readOperationCases(): OperationCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { given, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CaseFile;
      return cases.map((one) => ({ ...one, file, given }));
    });
}

/**
 * A value of a case with its placeholders filled in: `$name` is a value that was kept, `{ "$text": … }` the bytes of a
 * text, `{ "$bytes": n }` that many zeros, `{ "$time": … }` a time, `{ "$wrapped": n, … }` 32 bytes
 * of n, wrapped for an import.
 */
export function fillIn(value: unknown, kept: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('$')) return kept.get(value.slice(1));
    return value.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(kept.get(name) ?? whole));
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, kept));
  if (typeof value !== 'object' || value === null) return value;
  const { $text, $bytes, $time, $wrapped, publicKey } = value as Record<string, unknown>;
  if (typeof $text === 'string') return Uint8Array.from($text, (letter) => letter.charCodeAt(0));
  if (typeof $bytes === 'number') return new Uint8Array($bytes);
  if (typeof $time === 'string') return new Date($time);
  if (typeof $wrapped === 'number') return wrap($wrapped, fillIn(publicKey, kept) as Uint8Array);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fillIn(member, kept)]));
}

function wrap(fill: number, publicKey: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(32).fill(fill);
  const made = wrapKeyMaterial(publicKey, 'RSAES_OAEP_SHA_256', bytes, (length) => new Uint8Array(length));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const rsaKeys = new Map<number, Promise<Uint8Array>>();

/** Node's RSA keys, which come faster than those in plain JavaScript; one for each size is enough for tests. */
export function generateRsa(bits: number): Promise<Uint8Array> {
  const made = rsaKeys.get(bits) ?? makeRsa(bits);
  rsaKeys.set(bits, made);
  return made;
}

async function makeRsa(bits: number): Promise<Uint8Array> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return new Uint8Array(privateKey);
}

/** What stands at `A.0.B` in a value. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[name];
  return found;
}
