/** Reading values of unknown shape: what is not there, or is something else, is undefined. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** A member of an object, its own only. */
export function memberOf(value: unknown, name: string): unknown {
  const object = asObject(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' && member !== '' ? member : undefined;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : [];
}

/** Text members only. */
export function textsOf(value: unknown, name: string): readonly string[] {
  return listOf(value, name).filter((item): item is string => typeof item === 'string');
}

/** An object of texts, such as an encryption context. Undefined where any member is something else. */
export function pairsOf(value: unknown, name: string): Readonly<Record<string, string>> | undefined {
  const object = asObject(memberOf(value, name));
  if (object === undefined) return undefined;
  const pairs = Object.entries(object).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return pairs.length === Object.keys(object).length ? Object.fromEntries(pairs) : undefined;
}
