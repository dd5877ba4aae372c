import { type ActionName, type ActionRow, actionNames, actions } from '../catalog/actions.ts';
import type { ListElement } from '../policy/types.ts';
import { hasWildcards, markWildcards, matchesPattern } from './wildcard.ts';

/** The action of a request, taken apart. */
export interface ParsedAction {
  /** As AWS spells it; as given where it is not one of KMS's. */
  readonly full: string;
  readonly service: string;
  readonly name: string;
  readonly lowerCase: string;
  /** KMS only: its row, and its bit in the masks of statements. */
  readonly row: ActionRow | null;
  readonly position: number;
}

const positions = new Map(actionNames.map((name, index) => [`kms:${name}`.toLowerCase(), index]));

/** Reads `service:Action`, in any case; null when it has not that form or KMS has no such action. */
export function parseAction(text: string): ParsedAction | null {
  const lowerCase = text.toLowerCase();
  const colon = lowerCase.indexOf(':');
  if (colon <= 0 || colon === text.length - 1 || /[*?\s]/.test(text)) return null;
  const service = lowerCase.slice(0, colon);
  const position = positions.get(lowerCase) ?? -1;
  const name: ActionName | undefined = actionNames[position];
  if (name !== undefined)
    return { full: `kms:${name}`, service, name, lowerCase, row: actions[name], position };
  if (service === 'kms') return null;
  return { full: text, service, name: text.slice(colon + 1), lowerCase, row: null, position };
}

/** Which KMS actions a list of patterns covers: a bit each, in two halves. */
interface ActionMask {
  readonly low: number;
  readonly high: number;
}

export interface ActionMatcher extends ActionMask {
  readonly element: ListElement;
}

/** Masks of patterns as written. */
const known = new Map<string, ActionMask>();
const knownLimit = 4096;

function maskOf(written: string): ActionMask {
  const cached = known.get(written);
  if (cached) return cached;
  const pattern = patternOf(written);
  const mask = hasWildcards(pattern) ? maskOfWildcards(pattern) : bitOf(positions.get(pattern) ?? -1);
  if (known.size < knownLimit) known.set(written, mask);
  return mask;
}

/** Action names are case-insensitive. */
function patternOf(written: string): string {
  return markWildcards(written.toLowerCase());
}

function bitOf(position: number): ActionMask {
  if (position < 0) return { low: 0, high: 0 };
  return position < 32 ? { low: 1 << position, high: 0 } : { low: 0, high: 1 << (position - 32) };
}

function maskOfWildcards(pattern: string): ActionMask {
  let low = 0;
  let high = 0;
  for (const [lowerCase, position] of positions) {
    if (!matchesPattern(pattern, lowerCase)) continue;
    const bit = bitOf(position);
    low |= bit.low;
    high |= bit.high;
  }
  return { low, high };
}

/** Prepares an Action or NotAction element. */
export function compileAction(element: ListElement): ActionMatcher {
  let low = 0;
  let high = 0;
  for (const { value } of element.values) {
    const mask = maskOf(value);
    low |= mask.low;
    high |= mask.high;
  }
  return { element, low, high };
}

export function matchesAction({ element, low, high }: ActionMatcher, action: ParsedAction): boolean {
  const { position, lowerCase } = action;
  const listed =
    position < 0
      ? element.values.some(({ value }) => matchesPattern(patternOf(value), lowerCase))
      : ((position < 32 ? low >>> position : high >>> (position - 32)) & 1) === 1;
  return listed !== element.negated;
}
