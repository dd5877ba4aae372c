const known = new Map<string, string>();
const knownLimit = 1024;
const longest = 128;

/** A name in lower case. The same few names of keys and actions come up in every request, so they are kept. */
export function lowerCase(name: string): string {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const lower = name.toLowerCase();
  if (known.size < knownLimit && name.length <= longest) known.set(name, lower);
  return lower;
}
