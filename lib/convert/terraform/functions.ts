/*
 * Terraform's functions that policies are made with, over values of which parts are unknown.
 * https://developer.hashicorp.com/terraform/language/functions
 */
import { readJsonText } from '../json-text.ts';
import {
  isNull,
  list,
  type Member,
  memberOf,
  partsOf,
  plainText,
  type Text,
  type TextPart,
  textOf,
  type Value,
} from '../value.ts';

/** Undefined where the arguments leave the result open: the call is then unknown as a whole. */
type Function = (...args: readonly Value[]) => Value | undefined;

const itemsOf = (value: Value | undefined): readonly Value[] | undefined =>
  value?.type === 'list' ? value.items : undefined;

const sameText = (a: Value, b: Value): boolean => {
  const text = plainText(a);
  return text !== undefined && text === plainText(b);
};

const distinct: Function = (values) =>
  values?.type === 'list'
    ? list(
        values.items.filter(
          (item, at, all) => all.findIndex((other) => sameText(item, other) || item === other) === at,
        ),
      )
    : undefined;

const same: Function = (value) => value;

/** Lists one after the other; a list that is not known stays as one unknown item. */
const concat: Function = (...lists) => list(lists.flatMap((value) => itemsOf(value) ?? [value]));

function flatten(value: Value | undefined): Value | undefined {
  const inside = (item: Value): readonly Value[] => itemsOf(item)?.flatMap(inside) ?? [item];
  return value?.type === 'list' ? list(value.items.flatMap(inside)) : undefined;
}

function merge(...maps: readonly Value[]): Value | undefined {
  const members: Member[] = [];
  for (const map of maps.filter((value) => !isNull(value))) {
    if (map.type !== 'object') return undefined;
    for (const member of map.members) {
      const at = members.findIndex(({ name }) => sameText(name, member.name));
      if (at < 0) members.push(member);
      else members[at] = member;
    }
  }
  return { type: 'object', members };
}

function join(separator: Value | undefined, ...lists: readonly Value[]): Value | undefined {
  const between = plainText(separator);
  if (between === undefined || lists.some(({ type }) => type !== 'list')) return undefined;
  const items = lists.flatMap((value) => itemsOf(value) ?? []);
  const parts: TextPart[] = [];
  for (const [index, item] of items.entries()) {
    const inside = partsOf(item);
    if (!inside) return undefined;
    parts.push(...(index > 0 ? [between] : []), ...inside);
  }
  return textOf(...parts);
}

/** Only the verbs that put a value in as it is. */
function format(template: Value | undefined, ...values: readonly Value[]): Value | undefined {
  const text = plainText(template);
  if (text === undefined) return undefined;
  const parts: TextPart[] = [];
  let next = 0;
  for (const piece of text.split(/(%[%a-zA-Z])/)) {
    if (!/^%[%a-zA-Z]$/.test(piece)) parts.push(piece);
    else if (piece === '%%') parts.push('%');
    else {
      const value = values[next++];
      const inside = value && /^%[svd]$/.test(piece) ? partsOf(value) : null;
      if (!inside) return undefined;
      parts.push(...inside);
    }
  }
  return textOf(...parts);
}

function formatlist(template: Value | undefined, ...args: readonly Value[]): Value | undefined {
  const length = args.map(itemsOf).find((items) => items !== undefined)?.length;
  if (length === undefined) return undefined;
  const made = Array.from({ length }, (_, index) =>
    format(template, ...args.map((arg) => itemsOf(arg)?.[index] ?? arg)),
  );
  return made.every((value) => value !== undefined) ? list(made) : undefined;
}

const onText =
  (change: (text: string) => string): Function =>
  (value) => {
    const text = plainText(value);
    return text === undefined ? undefined : textOf(change(text));
  };

function jsondecode(value: Value | undefined): Value | undefined {
  if (value?.type === 'json') return value.value;
  return value?.type === 'text' ? (readJsonText(value).value ?? undefined) : undefined;
}

function keys(map: Value | undefined): Value | undefined {
  return map?.type === 'object' ? list(map.members.map(({ name }): Text => name)) : undefined;
}

function values(map: Value | undefined): Value | undefined {
  return map?.type === 'object' ? list(map.members.map(({ value }) => value)) : undefined;
}

function split(separator: Value | undefined, value: Value | undefined): Value | undefined {
  const [between, text] = [plainText(separator), plainText(value)];
  return between === undefined || text === undefined
    ? undefined
    : list(text.split(between).map((piece) => textOf(piece)));
}

function replace(...args: readonly Value[]): Value | undefined {
  const [text, from, to] = args.map(plainText);
  // Between slashes Terraform takes a regular expression of another dialect than ours.
  const isPattern = from !== undefined && from.length > 1 && from.startsWith('/') && from.endsWith('/');
  return text === undefined || from === undefined || to === undefined || isPattern || from === ''
    ? undefined
    : textOf(text.replaceAll(from, () => to));
}

/** Neither null nor empty texts. */
const compact: Function = (value) =>
  value?.type === 'list'
    ? list(value.items.filter((item) => !isNull(item) && plainText(item) !== ''))
    : undefined;

function coalesce(...args: readonly Value[]): Value | undefined {
  const first = args.find((value) => !isNull(value) && plainText(value) !== '');
  return first?.type === 'unknown' ? undefined : first;
}

/** The one item of a list. */
const one: Function = (value) =>
  value?.type === 'list' && value.items.length === 1 ? value.items[0] : undefined;

function lookup(map: Value | undefined, key: Value | undefined, otherwise?: Value): Value | undefined {
  const name = plainText(key);
  return map?.type === 'object' && name !== undefined ? (memberOf(map, name) ?? otherwise) : undefined;
}

/** Counts round, as Terraform does. */
function element(value: Value | undefined, index: Value | undefined): Value | undefined {
  if (value?.type !== 'list' || index?.type !== 'scalar' || !/^\d+$/.test(index.written)) return undefined;
  return value.items[Number(index.written) % value.items.length];
}

/** What is not known here may all the same be there: only a first argument that is known settles it. */
const first: Function = (value) => (value?.type === 'unknown' ? undefined : value);

/** By name. The order of sets makes no difference in a policy and is left as written. */
const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['jsonencode', (value) => value && { type: 'json', value }],
  ['jsondecode', jsondecode],
  ['concat', concat],
  ['setunion', (...sets) => distinct(concat(...sets) ?? list([]))],
  ['flatten', flatten],
  ['distinct', distinct],
  ['toset', distinct],
  ['compact', compact],
  ['sort', same],
  ['tolist', same],
  ['tomap', same],
  ['tostring', same],
  ['sensitive', same],
  ['nonsensitive', same],
  ['merge', merge],
  ['join', join],
  ['split', split],
  ['format', format],
  ['formatlist', formatlist],
  ['replace', replace],
  ['lower', onText((text) => text.toLowerCase())],
  ['upper', onText((text) => text.toUpperCase())],
  ['trimspace', onText((text) => text.trim())],
  ['keys', keys],
  ['values', values],
  ['coalesce', coalesce],
  ['one', one],
  ['lookup', lookup],
  ['element', element],
  ['try', first],
]);

/** The result of a call; undefined for functions that are not here and where the arguments leave it open. */
export function callFunction(name: string, args: readonly Value[]): Value | undefined {
  const [only] = args;
  // A list that is not known has no length either; what is made of all of it is unknown as a whole.
  if (args.length === 1 && only?.type === 'unknown' && name !== 'jsonencode') return undefined;
  return functions.get(name)?.(...args);
}
