import type { ListElement } from '../policy/types.ts';
import { fitsOnlyBeyondSegments, hasInnerWildcards, matchesResourcePattern } from './resource-pattern.ts';
import { fillTemplate, parseTemplate, type ReadVariable, type Template } from './variables.ts';
import { anyText, markWildcards, writtenPattern } from './wildcard.ts';

export interface ResourceMatcher {
  readonly negated: boolean;
  readonly everything: boolean;
  /** One of the patterns depends on the request's context. */
  readonly variable: boolean;
  readonly patterns: readonly (string | Template)[];
  /** One of the patterns, as written, has a wildcard that must stay in its segment of the ARN. */
  readonly inner: boolean;
}

/** `"Resource": "*"`, as nearly all key policies have it. */
const everything: ResourceMatcher = {
  negated: false,
  everything: true,
  variable: false,
  patterns: [anyText],
  inner: false,
};

/** Prepares a Resource or NotResource element. Variables are text in a policy of the older Version. */
export function compileResource(element: ListElement, variables: boolean): ResourceMatcher {
  const { negated, values } = element;
  if (!negated && values.length === 1 && values[0]?.value === '*') return everything;
  const patterns = values.map(
    ({ value }) => (variables ? parseTemplate(value, true) : null) ?? markWildcards(value),
  );
  const variable = patterns.some((pattern) => typeof pattern !== 'string');
  const inner = patterns.some((pattern) => typeof pattern === 'string' && hasInnerWildcards(pattern));
  return { negated, everything: patterns.includes(anyText), variable, patterns, inner };
}

/** A variable without a value takes the whole statement out of effect, `NotResource` included. */
export function matchesResource(matcher: ResourceMatcher, resource: string, read: ReadVariable): boolean {
  if (matcher.everything) return !matcher.negated;
  let listed = false;
  for (const pattern of matcher.patterns) {
    const filled = typeof pattern === 'string' ? pattern : fillTemplate(pattern, read);
    if (filled === null) {
      if (matcher.negated) return false;
    } else if (matchesResourcePattern(filled, resource)) listed = true;
  }
  return listed !== matcher.negated;
}

/** Patterns that would fit if their wildcards reached over colons inside a segment too, which AWS does not document. */
export function patternsBeyondSegments({ patterns, inner }: ResourceMatcher, resource: string): string[] {
  if (!inner) return [];
  return patterns
    .filter((pattern) => typeof pattern === 'string')
    .filter((pattern) => fitsOnlyBeyondSegments(pattern, resource))
    .map(writtenPattern);
}
