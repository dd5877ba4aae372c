/* The parts of a policy that an editor folds, lists and renames. */
import { type JsonNode, type JsonObject, parseJson } from '../policy/json.ts';
import type { PolicyKind, TextRange } from '../policy/types.ts';
import type { OutlineEntry, Rename } from './types.ts';

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end });

function* nodesOf(node: JsonNode | null): Generator<JsonNode> {
  if (node === null) return;
  yield node;
  if (node.type === 'array') for (const item of node.items) yield* nodesOf(item);
  if (node.type === 'object') for (const { value } of node.members) yield* nodesOf(value);
}

/** Objects and lists over several lines, from their opening to their closing bracket. */
export function foldingRanges(text: string): readonly TextRange[] {
  return [...nodesOf(parseJson(text).root)]
    .filter(
      ({ type, start, end }) =>
        (type === 'object' || type === 'array') && text.slice(start, end).includes('\n'),
    )
    .map(rangeOf);
}

const member = (node: JsonObject, name: string) =>
  node.members.find((one) => one.name.value.toLowerCase() === name);

/** The statements of any text, readable or not. */
function statementsOf(text: string): readonly JsonObject[] {
  const { root } = parseJson(text);
  const list = root?.type === 'object' ? member(root, 'statement')?.value : null;
  const nodes = list?.type === 'array' ? list.items : list ? [list] : [];
  return nodes.filter((node) => node.type === 'object');
}

const textOf = (node: JsonNode | null | undefined) => (node?.type === 'string' ? node.value : '');

/** The statements by Sid, in order. */
export function outline(text: string): readonly OutlineEntry[] {
  return statementsOf(text).map((node, index) => {
    const sid = member(node, 'sid')?.value;
    const name = textOf(sid);
    return {
      name: name || `Statement ${index + 1}`,
      detail: textOf(member(node, 'effect')?.value),
      range: rangeOf(node),
      selection: sid && name ? rangeOf(sid) : { start: node.start, end: node.start + 1 },
    };
  });
}

/** The Sid whose value, or name, is at a place. */
export function sidAt(text: string, offset: number): { value: string; range: TextRange } | null {
  for (const node of statementsOf(text)) {
    const sid = member(node, 'sid');
    if (sid?.value?.type === 'string' && sid.start <= offset && offset <= sid.end) {
      return { value: sid.value.value, range: rangeOf(sid.value) };
    }
  }
  return null;
}

/** Kinds in which a Sid may have any characters; elsewhere letters and digits only. */
const freeSids: ReadonlySet<PolicyKind> = new Set(['key', 'resource', 'endpoint']);

export function renameSid(text: string, offset: number, name: string, kind: PolicyKind): Rename {
  const sid = sidAt(text, offset);
  if (sid === null) return { ok: false, reason: 'notASid' };
  if (name === '') return { ok: false, reason: 'empty' };
  if (!freeSids.has(kind) && !/^[A-Za-z0-9]*$/.test(name)) return { ok: false, reason: 'notAlphanumeric' };
  const others = statementsOf(text).map((node) => member(node, 'sid')?.value);
  const taken = others.some((node) => node?.start !== sid.range.start && textOf(node) === name);
  if (taken) return { ok: false, reason: 'taken' };
  return { ok: true, edits: [{ range: sid.range, text: JSON.stringify(name) }] };
}
