/* Actions as service and name. */
import type { Located } from '../../../policy/types.ts';
import { fixByReplacing } from '../../fix.ts';
import type { Fix } from '../../types.ts';

/** `service` and `name` of an action; null when it is not of that form. */
export function partsOf(action: string): { readonly service: string; readonly name: string } | null {
  const colon = action.indexOf(':');
  return colon < 1 ? null : { service: action.slice(0, colon).toLowerCase(), name: action.slice(colon + 1) };
}

export function fixAction(located: Located<string>, meant: string | null): readonly Fix[] {
  return meant === null ? [] : fixByReplacing(located, meant);
}
