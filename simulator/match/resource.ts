import type { ListElement } from '../policy/types.ts';
import { fillTemplate, parseTemplate, type ReadVariable, type Template } from './variables.ts';
import { anyText, markWildcards, matchesPattern } from './wildcard.ts';

export interface ResourceMatcher {
  readonly negated: boolean;
  readonly everything: boolean;
  /** One of the patterns depends on the request's context. */
  readonly variable: boolean;
  readonly patterns: readonly (string | Template)[];
}

/** Prepares a Resource or NotResource element. Variables are text in a policy of the older Version. */
export function compileResource(element: ListElement, variables: boolean): ResourceMatcher {
  const patterns = element.values.map(
    ({ value }) => (variables ? parseTemplate(value, true) : null) ?? markWildcards(value),
  );
  const variable = patterns.some((pattern) => typeof pattern !== 'string');
  return { negated: element.negated, everything: patterns.includes(anyText), variable, patterns };
}

/** A variable without a value takes the whole statement out of effect, `NotResource` included. */
export function matchesResource(matcher: ResourceMatcher, resource: string, read: ReadVariable): boolean {
  if (matcher.everything) return !matcher.negated;
  let listed = false;
  for (const pattern of matcher.patterns) {
    const filled = typeof pattern === 'string' ? pattern : fillTemplate(pattern, read);
    if (filled === null) {
      if (matcher.negated) return false;
    } else if (matchesPattern(filled, resource)) listed = true;
  }
  return listed !== matcher.negated;
}
