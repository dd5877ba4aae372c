/* What belongs at a place: the path of names read as IAM's grammar. */
import { type JsonNode, type JsonObject, parseJson } from '../policy/json.ts';
import type { Place } from './place.ts';

export type Slot =
  | { readonly at: 'policy' }
  | { readonly at: 'documentElement' }
  | { readonly at: 'version' }
  | { readonly at: 'statementList' }
  | { readonly at: 'statement' }
  | { readonly at: 'statementElement' }
  | { readonly at: 'sid' }
  | { readonly at: 'effect' }
  | { readonly at: 'principal' }
  | { readonly at: 'principalType' }
  | { readonly at: 'principalOfType'; readonly type: string }
  | { readonly at: 'action' }
  | { readonly at: 'resource' }
  | { readonly at: 'conditionBlock' }
  | { readonly at: 'operator' }
  | { readonly at: 'operatorBlock'; readonly operator: string }
  | { readonly at: 'conditionKey'; readonly operator: string }
  | { readonly at: 'conditionValue'; readonly operator: string; readonly key: string };

const lower = (name: string | null | undefined) => name?.toLowerCase() ?? null;

/** What belongs at a place; null where the grammar has nothing. */
export function slotOf({ path, expects }: Pick<Place, 'path' | 'expects'>): Slot | null {
  if (path.length === 0) return expects === 'name' ? { at: 'documentElement' } : { at: 'policy' };
  const [first, ...rest] = path;
  if (lower(first) === 'version' && rest.length === 0) return { at: 'version' };
  if (lower(first) !== 'statement') return null;
  if (rest.length === 0) {
    // The only statement may stand without a list around it.
    return expects === 'name' ? { at: 'statementElement' } : { at: 'statementList' };
  }
  const inside = rest[0] === null ? rest.slice(1) : rest;
  if (inside.length === 0) return expects === 'name' ? { at: 'statementElement' } : { at: 'statement' };
  return slotInStatement(inside, expects);
}

function slotInStatement(path: Place['path'], expects: Place['expects']): Slot | null {
  const [element, second, third, ...deeper] = path;
  const isValue = expects === 'value';
  const isLeaf = path.length === 1 || (path.length === 2 && second === null);
  switch (lower(element)) {
    case 'sid':
      return isValue && path.length === 1 ? { at: 'sid' } : null;
    case 'effect':
      return isValue && path.length === 1 ? { at: 'effect' } : null;
    case 'action':
    case 'notaction':
      return isValue && isLeaf ? { at: 'action' } : null;
    case 'resource':
    case 'notresource':
      return isValue && isLeaf ? { at: 'resource' } : null;
    case 'principal':
    case 'notprincipal':
      if (path.length === 1) return isValue ? { at: 'principal' } : { at: 'principalType' };
      if (typeof second !== 'string' || !isValue || deeper.length > 0) return null;
      return third === undefined || third === null ? { at: 'principalOfType', type: second } : null;
    case 'condition':
      if (path.length === 1) return isValue ? { at: 'conditionBlock' } : { at: 'operator' };
      if (typeof second !== 'string') return null;
      if (path.length === 2) {
        return isValue ? { at: 'operatorBlock', operator: second } : { at: 'conditionKey', operator: second };
      }
      if (typeof third !== 'string' || !isValue) return null;
      if (deeper.length > 1 || typeof deeper[0] === 'string') return null;
      return { at: 'conditionValue', operator: second, key: third };
    default:
      return null;
  }
}

/** The object that begins at a character of a tree. */
export function objectAt(root: JsonNode | null, start: number): JsonObject | null {
  let node: JsonNode | null | undefined = root;
  while (node) {
    if (node.type === 'object' && node.start === start) return node;
    const children: readonly (JsonNode | null)[] =
      node.type === 'object'
        ? node.members.map(({ value }) => value)
        : node.type === 'array'
          ? node.items
          : [];
    node = children.find((child) => child !== null && child.start <= start && start < child.end);
  }
  return null;
}

/** The texts of a value: of itself, or of its items. */
export function textsOf(node: JsonNode | null | undefined): readonly string[] {
  const nodes = node?.type === 'array' ? node.items : node ? [node] : [];
  return nodes.flatMap((item) => (item.type === 'string' ? [item.value] : []));
}

/** A member of an object, whatever the case of its name. */
export function memberNamed(node: JsonNode | null | undefined, ...names: readonly string[]): JsonNode | null {
  if (node?.type !== 'object') return null;
  const member = node.members.find(({ name }) =>
    names.some((one) => one.toLowerCase() === name.value.toLowerCase()),
  );
  return member?.value ?? null;
}

/** The statement object around a place; null outside of statements. */
export function statementAround(text: string, { path, starts }: Place): JsonObject | null {
  if (lower(path[0]) !== 'statement') return null;
  const start = path[1] === null ? starts[2] : starts[1];
  return start === undefined ? null : objectAt(parseJson(text).root, start);
}
