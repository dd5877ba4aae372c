/* The string under the caret, and where it is in a policy. */
import { type JsonMember, type JsonNode, type JsonString, parseJson } from '../policy/json.ts';
import type { Place } from './place.ts';

export interface Leaf extends Pick<Place, 'path' | 'expects'> {
  readonly node: JsonString;
}

/** The name or string value at a place; null elsewhere. */
export function leafAt(text: string, offset: number): Leaf | null {
  const path: (string | null)[] = [];
  let node: JsonNode | null | undefined = parseJson(text).root;
  const covers = (one: { readonly start: number; readonly end: number } | null) =>
    one !== null && one.start <= offset && offset <= one.end;
  while (node) {
    if (node.type === 'string') return covers(node) ? { node, path, expects: 'value' } : null;
    if (node.type === 'array') {
      path.push(null);
      node = node.items.find(covers);
    } else if (node.type === 'object') {
      const name = node.members.find((member) => covers(member.name))?.name;
      if (name) return { node: name, path, expects: 'name' };
      const member: JsonMember | undefined = node.members.find(({ value }) => covers(value));
      path.push(member?.name.value ?? null);
      node = member?.value;
    } else return null;
  }
  return null;
}
