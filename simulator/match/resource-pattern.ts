/*
 * Patterns of a Resource element. A wildcard belongs to its segment, the part between two colons; only
 * a `*` that ends a segment may reach over the colons behind it. As in conditions on ARNs, the first
 * five colons count: all behind them is one segment. Source: IAM User Guide, JSON policy element Resource.
 */
import { anyCharacter, anyText, matchesPattern } from './wildcard.ts';

/** The parts before and between the first five colons, and the rest. */
function segmentsOf(text: string): readonly string[] {
  const segments: string[] = [];
  let from = 0;
  while (segments.length < 5) {
    const colon = text.indexOf(':', from);
    if (colon < 0) break;
    segments.push(text.slice(from, colon));
    from = colon + 1;
  }
  segments.push(text.slice(from));
  return segments;
}

/** Whether one of the wildcards of a marked pattern must stay in its segment. */
export function hasInnerWildcards(pattern: string): boolean {
  return segmentsOf(pattern)
    .slice(0, 5)
    .some((segment) => /[\uE000\uE001][\s\S]/.test(segment) || segment.endsWith(anyCharacter));
}

/** Whether a resource fits a marked pattern. Case-sensitive. */
export function matchesResourcePattern(pattern: string, resource: string): boolean {
  if (!matchesPattern(pattern, resource)) return false;
  return !hasInnerWildcards(pattern) || fitsSegments(segmentsOf(pattern), segmentsOf(resource), 0, 0);
}

/** Whether the resource would fit if every wildcard could reach over colons, and so does not. */
export function fitsOnlyBeyondSegments(pattern: string, resource: string): boolean {
  return matchesPattern(pattern, resource) && !matchesResourcePattern(pattern, resource);
}

function fitsSegments(
  patterns: readonly string[],
  segments: readonly string[],
  atPattern: number,
  atSegment: number,
): boolean {
  const pattern = patterns[atPattern];
  const segment = segments[atSegment];
  if (pattern === undefined || segment === undefined) return pattern === segment;
  if (!matchesPattern(pattern, segment)) return false;
  const last = pattern.endsWith(anyText) ? segments.length : atSegment + 1;
  for (let next = atSegment + 1; next <= last; next += 1) {
    if (fitsSegments(patterns, segments, atPattern + 1, next)) return true;
  }
  return false;
}
