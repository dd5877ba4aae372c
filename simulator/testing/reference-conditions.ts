import { BlockList, isIP } from 'node:net';

/** Condition keys in lower case, each with its values; a key without an entry is absent. */
export type ReferenceContext = ReadonlyMap<string, readonly string[]>;

type Test = (wanted: string, found: string) => boolean;

/** Whether a Condition block holds. Text is expanded by `expand`, which knows the policy's Version. */
export function conditionHolds(block: unknown, context: ReferenceContext, expand: Expand): boolean {
  return Object.entries((block ?? {}) as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      clauseHolds(operator, key, listOf(wanted), context, expand),
    ),
  );
}

function clauseHolds(
  operator: string,
  key: string,
  wanted: readonly string[],
  context: ReferenceContext,
  expand: Expand,
): boolean {
  const found = context.get(key.toLowerCase());
  const [, set, base = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (base === 'Null') return wanted.includes(found === undefined ? 'true' : 'false');
  const negated = base.includes('Not');
  if (found === undefined || found.length === 0) {
    if (ifExists || set === 'ForAllValues:') return true;
    return set === 'ForAnyValue:' ? false : negated;
  }
  const matchesOne = (value: string) =>
    wanted.some((one) => matches(base.replace('Not', ''), one, value, expand));
  const fits = (value: string) => matchesOne(value) !== negated;
  return set === 'ForAllValues:' ? found.every(fits) : found.some(fits);
}

function matches(operator: string, wanted: string, found: string, expand: Expand): boolean {
  switch (operator) {
    case 'StringEquals':
      return expand(wanted)?.map(letterOf).join('') === found;
    case 'StringEqualsIgnoreCase':
      return expand(wanted)?.map(letterOf).join('').toLowerCase() === found.toLowerCase();
    case 'StringLike':
      return fitsPattern(expand(wanted), found);
    case 'ArnEquals':
    case 'ArnLike':
      return arnFits(expand(wanted), found);
    case 'Bool':
    case 'BinaryEquals':
      return wanted === found;
    case 'IpAddress':
      return addressIn(wanted, found);
    default:
      return compares(operator, wanted, found);
  }
}

const comparisons: Readonly<Record<string, (found: number, wanted: number) => boolean>> = {
  Equals: (found, wanted) => found === wanted,
  LessThan: (found, wanted) => found < wanted,
  LessThanEquals: (found, wanted) => found <= wanted,
  GreaterThan: (found, wanted) => found > wanted,
  GreaterThanEquals: (found, wanted) => found >= wanted,
};

const compares = (operator: string, wanted: string, found: string): boolean => {
  const read = operator.startsWith('Date') ? instant : Number;
  return comparisons[operator.replace(/^(Date|Numeric)/, '')]?.(read(found), read(wanted)) ?? false;
};

/** ISO 8601, without a zone UTC; or seconds since 1970. */
function instant(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && text.length > 4) return Number(text) * 1000;
  return Date.parse(/T/.test(text) && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
}

const addressIn: Test = (wanted, found) => {
  const [address = '', prefix] = wanted.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0 || isIP(found) !== isIP(address)) return false;
  const range = new BlockList();
  range.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  return range.check(found, family);
};

/** A letter to be found as it is, or a wildcard. */
export type PatternPart = { readonly letter: string } | '*' | '?';

/** Reads policy text: policy variables and wildcards. Undefined when a variable has no value. */
export type Expand = (text: string) => readonly PatternPart[] | undefined;

export function expander(version: unknown, context: ReferenceContext): Expand {
  const withVariables = version === '2012-10-17';
  return (text) => {
    const parts: PatternPart[] = [];
    for (const piece of withVariables ? text.split(/(\$\{[^}]*\})/) : [text]) {
      const variable = withVariables ? /^\$\{(.*)\}$/.exec(piece)?.[1] : undefined;
      if (variable === undefined) {
        parts.push(...[...piece].map((one) => (one === '*' || one === '?' ? one : { letter: one })));
        continue;
      }
      const value = variableValue(variable, context);
      if (value === undefined) return undefined;
      parts.push(...[...value].map((letter) => ({ letter })));
    }
    return parts;
  };
}

function variableValue(variable: string, context: ReferenceContext): string | undefined {
  if (variable === '*' || variable === '?' || variable === '$') return variable;
  const [, key = '', fallback] = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/.exec(variable) ?? [];
  return context.get(key.toLowerCase())?.[0] ?? fallback;
}

const letterOf = (part: PatternPart) => (typeof part === 'string' ? part : part.letter);

export function fitsPattern(
  pattern: readonly PatternPart[] | undefined,
  text: string,
  at = 0,
  from = 0,
): boolean {
  const part = pattern?.[at];
  if (pattern === undefined || part === undefined) return pattern !== undefined && from === text.length;
  if (part === '*') {
    if (pattern[at + 1] === '*') return fitsPattern(pattern, text, at + 1, from);
    for (let end = from; end <= text.length; end++) if (fitsPattern(pattern, text, at + 1, end)) return true;
    return false;
  }
  if (from === text.length || (part !== '?' && part.letter !== text[from])) return false;
  return fitsPattern(pattern, text, at + 1, from + 1);
}

/**
 * A resource against a pattern of a Resource element, tried out in every way: a wildcard stands for characters
 * of its part of the ARN, and a `*` at the end of one of the first five parts for whole further parts as well.
 */
export function resourceFits(pattern: readonly PatternPart[] | undefined, text: string): boolean {
  if (pattern === undefined) return false;
  const fits = (wanted: readonly (readonly PatternPart[])[], found: readonly string[]): boolean => {
    const [first, ...others] = wanted;
    if (first === undefined || found.length === 0) return first === undefined && found.length === 0;
    const reach = first.at(-1) === '*' ? found.length : 1;
    return found
      .slice(0, reach)
      .some((_, more) => fitsPattern(first, found[0] ?? '') && fits(others, found.slice(more + 1)));
  };
  const found = text.split(':');
  return fits(partsOf(pattern), [
    ...found.slice(0, 5),
    ...(found.length > 5 ? [found.slice(5).join(':')] : []),
  ]);
}

function partsOf(pattern: readonly PatternPart[] | undefined): PatternPart[][] {
  const parts: PatternPart[][] = [[]];
  for (const part of pattern ?? []) {
    if (typeof part !== 'string' && part.letter === ':' && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(part);
  }
  return parts;
}

/** The six parts of an ARN are compared one by one: a wildcard does not reach over the first five colons. */
function arnFits(pattern: readonly PatternPart[] | undefined, text: string): boolean {
  const found = text.split(':');
  const wanted = partsOf(pattern);
  if (wanted.length < 6 || found.length < 6) return false;
  const parts = [...found.slice(0, 5), found.slice(5).join(':')];
  return wanted.every((part, index) => fitsPattern(part, parts[index] ?? ''));
}

export function listOf(value: unknown): string[] {
  return value === undefined || value === null ? [] : [value].flat().map(String);
}
