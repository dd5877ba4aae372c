/*
 * Changes to a policy's text that leave the rest of it as its author wrote it: things are put in after
 * their neighbours, with the neighbours' spacing.
 */
import {
  type JsonArray,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  parseJson,
} from '../policy/json.ts';
import type { TextRange } from '../policy/types.ts';

export interface Edited {
  readonly text: string;
  /** What is new. */
  readonly range: TextRange;
  /** The one stretch of `of` that another text took the place of. */
  readonly change: { readonly of: string; readonly range: TextRange; readonly text: string };
}

let last: { readonly text: string; readonly root: JsonNode | null } = { text: '', root: null };

/** The text as a tree. Many changes are tried on one and the same text, so its tree is kept. */
function treeOf(text: string): JsonNode | null {
  if (last.text !== text) last = { text, root: parseJson(text).root };
  return last.root;
}

type Json = string | readonly Json[] | { readonly [name: string]: Json };

/** Adds a statement after the last one. */
export function appendStatement(text: string, statement: Json): Edited | null {
  const list = memberOf(treeOf(text), 'Statement')?.value;
  if (!list) return null;
  if (list.type === 'array') return insertItem(text, list, statement);
  return list.type === 'object' ? asList(text, list, statement) : null;
}

/** Takes a statement out; null when it is the only one. */
export function removeStatement(text: string, index: number): Edited | null {
  const list = memberOf(treeOf(text), 'Statement')?.value;
  if (list?.type !== 'array' || list.items.length < 2) return null;
  return removeAt(text, list.items, index);
}

/** Adds a value to `Action` or `Resource` of a statement. */
export function addToList(text: string, index: number, name: string, value: string): Edited | null {
  const node = memberOf(statementNode(text, index), name)?.value;
  return node ? addValue(text, node, value) : null;
}

/** Takes a value out of a list of at least two. */
export function removeFromList(
  text: string,
  index: number,
  name: string,
  isMeant: (value: string) => boolean,
): Edited | null {
  const list = memberOf(statementNode(text, index), name)?.value;
  if (list?.type !== 'array' || list.items.length < 2) return null;
  const at = list.items.findIndex((item) => item.type === 'string' && isMeant(item.value));
  return at < 0 ? null : removeAt(text, list.items, at);
}

/** Gives a member of a statement another value. */
export function setMember(text: string, index: number, name: string, value: string): Edited | null {
  const node = memberOf(statementNode(text, index), name)?.value;
  return node ? replaceNode(text, node, JSON.stringify(value)) : null;
}

/** Adds a member to a statement. */
export function addElement(text: string, index: number, name: string, value: string): Edited | null {
  const statement = statementNode(text, index);
  return statement?.type === 'object' ? insertMember(text, statement, name, value) : null;
}

/**
 * Takes out the value that begins at a character: of a list, or with the member that holds it where
 * the object has others (`"Service": "x"` beside `"AWS": "y"`). Null where something would be left empty.
 */
export function removeValue(text: string, start: number): Edited | null {
  const [value, ...above] = pathTo(treeOf(text), start);
  if (value === undefined) return null;
  let nodes: readonly TextRange[] = [];
  let at = -1;
  for (const parent of above) {
    if (parent.type !== 'array' && parent.type !== 'object') return null;
    nodes = parent.type === 'array' ? parent.items : parent.members;
    at = nodes.findIndex((node) => node.start <= start && start < node.end);
    if (nodes.length > 1 || parent.type === 'object') break;
  }
  return nodes.length > 1 ? removeAt(text, nodes, at) : null;
}

/** The node that begins at a character, and what is around it from the inside out. */
function pathTo(root: JsonNode | null, start: number): readonly JsonNode[] {
  const path: JsonNode[] = [];
  let node: JsonNode | null | undefined = root;
  while (node) {
    path.unshift(node);
    if (node.start === start) return path;
    const inside: readonly (JsonNode | null)[] =
      node.type === 'array'
        ? node.items
        : node.type === 'object'
          ? node.members.map(({ value }) => value)
          : [];
    node = inside.find((child) => child !== null && child.start <= start && start < child.end);
  }
  return [];
}

/** Adds a principal to the statement's Principal. */
export function addPrincipal(text: string, index: number, type: string, value: string): Edited | null {
  const node = memberOf(statementNode(text, index), 'Principal')?.value;
  if (node?.type !== 'object') return null;
  const list = memberOf(node, type)?.value;
  return list ? addValue(text, list, value) : insertMember(text, node, type, value);
}

/** Adds a condition, or a value to one that is there. */
export function addCondition(
  text: string,
  index: number,
  operator: string,
  key: string,
  value: string,
): Edited | null {
  const statement = statementNode(text, index);
  if (statement === null) return null;
  const condition = memberOf(statement, 'Condition')?.value;
  if (!condition) return insertMember(text, statement, 'Condition', { [operator]: { [key]: value } });
  if (condition.type !== 'object') return null;
  const block = memberOf(condition, operator)?.value;
  if (!block) return insertMember(text, condition, operator, { [key]: value });
  if (block.type !== 'object') return null;
  const values = memberOf(block, key)?.value;
  return values ? addValue(text, values, value) : insertMember(text, block, key, value);
}

/** Takes one operator–key pair out, and what would be left empty around it. */
export function removeCondition(text: string, index: number, operator: string, key: string): Edited | null {
  const statement = statementNode(text, index);
  const condition = memberOf(statement, 'Condition');
  const block = memberOf(condition?.value, operator);
  if (statement === null || condition?.value?.type !== 'object' || block?.value?.type !== 'object')
    return null;
  const { members } = block.value;
  if (members.length > 1) return removeAt(text, members, indexOf(members, key));
  if (condition.value.members.length > 1)
    return removeAt(text, condition.value.members, indexOf(condition.value.members, operator));
  return removeAt(text, statement.members, indexOf(statement.members, 'Condition'));
}

function indexOf(members: readonly JsonMember[], name: string): number {
  return members.findIndex((member) => member.name.value.toLowerCase() === name.toLowerCase());
}

/** Element names, operators and keys are found without regard to case. */
function memberOf(node: JsonNode | null | undefined, name: string): JsonMember | undefined {
  return node?.type === 'object' ? node.members[indexOf(node.members, name)] : undefined;
}

function statementNode(text: string, index: number): JsonObject | null {
  const list = memberOf(treeOf(text), 'Statement')?.value;
  const node = list?.type === 'array' ? list.items[index] : index === 0 ? list : undefined;
  return node?.type === 'object' ? node : null;
}

function addValue(text: string, node: JsonNode, value: string): Edited | null {
  if (node.type === 'array') return insertItem(text, node, value);
  return node.type === 'string' ? asList(text, node, value) : null;
}

/** A lone value becomes a list of two. */
function asList(text: string, node: JsonNode, value: Json): Edited {
  const old = text.slice(node.start, node.end);
  const added = old.includes('\n') ? indented(value, text, node.start) : inline(value);
  const start = node.start + 1 + old.length + 2;
  return splice(text, node, `[${old}, ${added}]`, { start, end: start + added.length });
}

function insertItem(text: string, list: JsonArray, value: Json): Edited {
  const last = list.items.at(-1);
  if (last === undefined) return replaceNode(text, list, `[${inline(value)}]`);
  const before = list.items.at(-2);
  return insertAfter(text, last, gap(text, list, before, last), (separator) =>
    render(value, separator, text, last),
  );
}

function insertMember(text: string, object: JsonObject, name: string, value: Json): Edited {
  const last = object.members.at(-1);
  if (last === undefined) return replaceNode(text, object, inline({ [name]: value }));
  const before = object.members.at(-2);
  const colon = last.value ? text.slice(last.name.end, last.value.start) : ': ';
  return insertAfter(
    text,
    last,
    gap(text, object, before, last),
    (separator) => `${JSON.stringify(name)}${colon}${render(value, separator, text, last)}`,
  );
}

/** What stands between two neighbours, comma included. */
function gap(text: string, parent: TextRange, before: TextRange | undefined, last: TextRange): string {
  if (before) return text.slice(before.end, last.start);
  const opening = text.slice(parent.start + 1, last.start);
  return opening.includes('\n') ? `,${opening}` : ', ';
}

function insertAfter(
  text: string,
  node: TextRange,
  separator: string,
  write: (separator: string) => string,
): Edited {
  const added = write(separator);
  const start = node.end + separator.length;
  const at = { start: node.end, end: node.end };
  return splice(text, at, separator + added, { start, end: start + added.length });
}

function replaceNode(text: string, node: TextRange, by: string): Edited {
  return splice(text, node, by, { start: node.start, end: node.start + by.length });
}

function removeAt(text: string, nodes: readonly TextRange[], at: number): Edited | null {
  const node = nodes[at];
  if (node === undefined) return null;
  const start = at === 0 ? node.start : (nodes[at - 1]?.end ?? node.start);
  const end = at === 0 ? (nodes[1]?.start ?? node.end) : node.end;
  return splice(text, { start, end }, '', { start, end: start });
}

function splice(text: string, { start, end }: TextRange, by: string, range: TextRange): Edited {
  return {
    text: text.slice(0, start) + by + text.slice(end),
    range,
    change: { of: text, range: { start, end }, text: by },
  };
}

function render(value: Json, separator: string, text: string, neighbour: TextRange): string {
  return separator.includes('\n') ? indented(value, text, neighbour.start) : inline(value);
}

/** In one line, with spaces. */
function inline(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${inline(item)}`);
  return `{ ${members.join(', ')} }`;
}

/** Over several lines, as deep as the line on which the neighbour begins. */
function indented(value: Json, text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const depth = /^[ \t]*/.exec(line)?.[0] ?? '';
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `\n${depth}`);
}

/** What the text is indented by. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
