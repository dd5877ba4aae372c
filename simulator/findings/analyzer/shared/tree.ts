import type { JsonMember, JsonNode, JsonObject } from '../../../policy/json.ts';
import type { TextRange } from '../../../policy/types.ts';
import type { CheckContext } from '../../context.ts';
import type { Fix, FixCode, TextEdit } from '../../types.ts';
import { listedOnce } from './values.ts';

/** A member by its name, in any case. */
export function memberOf(node: JsonNode | null | undefined, name: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  const lower = name.toLowerCase();
  return node.members.find(({ name: { value } }) => value === name || value.toLowerCase() === lower);
}

/** The statements as JSON, those included that could not be read. */
export const statementNodes = listedOnce(({ root }): readonly JsonObject[] => {
  const list = memberOf(root, 'Statement')?.value ?? null;
  const nodes = list === null ? [] : list.type === 'array' ? list.items : [list];
  return nodes.filter((node) => node.type === 'object');
});

/** Takes an item or a member out, with its comma; none where it has no neighbour. */
export function fixByRemoving(
  { root }: CheckContext,
  range: TextRange,
  code: FixCode,
  data: Readonly<Record<string, string>>,
): readonly Fix[] {
  const edit = root === null ? null : removal(root, range);
  return edit === null ? [] : [{ code, data, edits: [edit] }];
}

function removal(node: JsonNode, range: TextRange): TextEdit | null {
  const children = childrenOf(node);
  const at = children.findIndex(({ start, end }) => start === range.start && end === range.end);
  if (at >= 0) {
    const before = children[at - 1];
    const after = children[at + 1];
    if (before) return { range: { start: before.end, end: range.end }, text: '' };
    return after ? { range: { start: range.start, end: after.start }, text: '' } : null;
  }
  const around = children.find(({ start, end }) => start <= range.start && range.end <= end);
  const inner = around === undefined ? null : 'name' in around ? around.value : around;
  return inner === null ? null : removal(inner, range);
}

function childrenOf(node: JsonNode): readonly (JsonNode | JsonMember)[] {
  if (node.type === 'array') return node.items;
  return node.type === 'object' ? node.members : [];
}
