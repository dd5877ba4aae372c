import { anyCharacter, anyText, markWildcards } from './wildcard.ts';

/** Reads a condition key's single value: undefined when it is absent or has several. */
export type ReadVariable = (lowerCaseKey: string) => string | undefined;

interface Variable {
  readonly key: string;
  readonly fallback: string | undefined;
}

/** A policy value with `${…}` in it, split at its variables; wildcards are marked. */
export type Template = readonly (string | Variable)[];

/** `${*}`, `${?}` and `${$}` stand for themselves. */
const literals: ReadonlySet<string> = new Set(['*', '?', '$']);

/**
 * Splits a value at its policy variables: `${key}`, `${key, 'default'}`, and the three that stand for
 * themselves (`${*}`, `${?}`, `${$}`). Null when there is none. Source: IAM User Guide, policy variables.
 */
export function parseTemplate(written: string, wildcards: boolean): Template | null {
  if (!written.includes('${')) return null;
  const mark = (text: string) => (wildcards ? markWildcards(text) : text);
  const parts: (string | Variable)[] = [];
  let at = 0;
  for (;;) {
    const open = written.indexOf('${', at);
    const close = open < 0 ? -1 : written.indexOf('}', open);
    if (open < 0 || close < 0) break;
    parts.push(mark(written.slice(at, open)));
    const inside = written.slice(open + 2, close);
    parts.push(literals.has(inside) ? inside : parseVariable(inside));
    at = close + 1;
  }
  parts.push(mark(written.slice(at)));
  return parts;
}

function parseVariable(inside: string): Variable {
  const comma = inside.indexOf(',');
  if (comma < 0) return { key: inside.trim().toLowerCase(), fallback: undefined };
  const quoted = inside.slice(comma + 1).trim();
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
  const fallback = isQuoted ? quoted.slice(1, -1) : quoted;
  return { key: inside.slice(0, comma).trim().toLowerCase(), fallback };
}

/** The value for this request, wildcards still marked; null when a variable has no value and no default. */
export function fillTemplate(template: Template, read: ReadVariable): string | null {
  let filled = '';
  for (const part of template) {
    if (typeof part === 'string') {
      filled += part;
      continue;
    }
    const value = read(part.key) ?? part.fallback;
    if (value === undefined) return null;
    filled += value.replaceAll(anyText, '').replaceAll(anyCharacter, '');
  }
  return filled;
}
