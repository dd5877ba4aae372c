/*
 * The nodes of a template to values, with CloudFormation's functions carried out where the template tells enough.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Assumptions } from '../assumptions.ts';
import type { Known } from '../types.ts';
import {
  isNothing,
  list,
  type Member,
  partsOf,
  plainText,
  scalar,
  type TextPart,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../value.ts';
import { memberNode, nodeOf, pairsOf, textOfNode } from './nodes.ts';
import { attribute, type Lookup, noValue, reference } from './references.ts';

export interface Template {
  readonly root: Node | null;
  readonly document: Document;
  readonly known: Known;
}

export interface Context {
  readonly template: Template;
  readonly text: string;
  readonly assumptions: Assumptions;
  readonly depth: number;
  /** How many nodes may still be looked at: aliases can stand for each other without end. */
  readonly budget: { left: number };
}

/** Deeper than any template; the parser itself goes as deep as the text. */
const deepest = 100;

export function evaluateNode(node: Node, context: Context): Value {
  const inner = { ...context, depth: context.depth + 1 };
  if (inner.depth > deepest || context.budget.left-- <= 0) return unknownNode(node, context);
  if (isAlias(node)) {
    const target = node.resolve(context.template.document);
    return target ? evaluateNode(target, inner) : unknownNode(node, context);
  }
  const call = functionOf(node);
  if (call) return evaluateCall(call, inner) ?? unknownNode(node, context);
  return evaluatePlain(node, inner);
}

function evaluatePlain(node: Node, context: Context): Value {
  if (isSeq(node)) {
    const items = node.items.map((item) => {
      const inside = nodeOf(item);
      return inside ? evaluateNode(inside, context) : scalar(null);
    });
    return list(items.filter((item) => item !== noValue));
  }
  if (isMap(node)) {
    const members: Member[] = [];
    for (const { key, value } of pairsOf(node)) {
      const inside = value ? evaluateNode(value, context) : scalar(null);
      if (inside !== noValue) members.push({ name: textOf(key), value: inside });
    }
    return { type: 'object', members };
  }
  return isScalar(node) ? evaluateScalar(node.value, textOfNode(node) ?? '') : unknownNode(node, context);
}

/** Numbers that JSON cannot write, dates among them, are taken as their text. */
function evaluateScalar(value: unknown, written: string): Value {
  if (typeof value === 'boolean' || value === null) return scalar(value);
  if (typeof value === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written))
    return { type: 'scalar', written };
  return textOf(written);
}

function unknownNode(node: Node, { text }: Context): Unknown {
  const [start, end] = node.range ?? [0, 0];
  const tag = node.tag?.startsWith('!') && !node.tag.startsWith('!!') ? `${node.tag} ` : '';
  return unknown(`${tag}${text.slice(start, end)}`, start);
}

export interface Call {
  /** Long form: `Ref`, `Fn::Sub`. */
  readonly name: string;
  readonly node: Node;
  /** What it is called with; the node itself where the short form tags it. */
  readonly argument: Node;
}

/** A call of a function, in the short or the long form. */
export function functionOf(node: Node): Call | undefined {
  const tag = node.tag;
  if (tag !== undefined && /^![A-Z]\w*$/.test(tag)) {
    const name = tag.slice(1);
    return { name: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`, node, argument: node };
  }
  if (!isMap(node) || node.items.length !== 1) return undefined;
  const [member] = pairsOf(node);
  if (!member?.value || !/^(?:Ref|Fn::\w+)$/.test(member.key)) return undefined;
  return { name: member.key, node, argument: member.value };
}

function evaluateCall({ name, node, argument }: Call, context: Context): Value | undefined {
  const lookup = lookupIn(context, node);
  if (name === 'Fn::If') return choose(argument, context);
  // The short form's tag is on the argument itself, which is read without it here.
  const plain = argument === node ? evaluatePlain(argument, context) : evaluateNode(argument, context);
  const args = plain.type === 'list' ? plain.items : [plain];
  const texts = args.map(plainText);
  const [first, second] = args;
  switch (name) {
    case 'Ref':
      return texts[0] === undefined ? undefined : reference(texts[0], lookup);
    case 'Fn::GetAtt':
      return texts.includes(undefined) ? undefined : attribute(texts.join('.'), lookup);
    case 'Fn::Sub':
      return texts[0] === undefined ? undefined : substitute(texts[0], second, lookup);
    case 'Fn::Join':
      return join(first, second);
    case 'Fn::Select':
      return second?.type === 'list'
        ? second.items[Number(first?.type === 'scalar' ? first.written : texts[0])]
        : undefined;
    case 'Fn::Split':
      return split(texts);
    case 'Fn::FindInMap':
      return findInMap(texts, context);
    case 'Fn::ToJsonString':
      return first && { type: 'json', value: plain };
    default:
      return undefined;
  }
}

function lookupIn(context: Context, node: Node): Lookup {
  return {
    root: context.template.root,
    known: context.template.known,
    assumptions: context.assumptions,
    at: node.range?.[0] ?? 0,
    evaluate: (inside) => evaluateNode(inside, context),
  };
}

/** `${Name}`, `${Name.Attribute}`; `${!Name}` is `${Name}` itself. */
function substitute(text: string, map: Value | undefined, lookup: Lookup): Value {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    const [whole, isLiteral, name = ''] = match;
    parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    if (isLiteral) parts.push(`\${${name}}`);
    else parts.push(...substituted(name.trim(), map, lookup));
  }
  return textOf(...parts, text.slice(from));
}

function substituted(name: string, map: Value | undefined, lookup: Lookup): readonly TextPart[] {
  const own =
    map?.type === 'object' ? map.members.findLast((member) => plainText(member.name) === name) : undefined;
  const value = own?.value ?? (name.includes('.') ? attribute(name, lookup) : reference(name, lookup));
  return partsOf(value) ?? [unknown(name, lookup.at)];
}

function join(separator: Value | undefined, items: Value | undefined): Value | undefined {
  const between = plainText(separator);
  if (between === undefined || items?.type !== 'list') return undefined;
  const parts: TextPart[] = [];
  for (const [index, item] of items.items.entries()) {
    const inside = partsOf(item);
    if (!inside) return undefined;
    parts.push(...(index > 0 ? [between] : []), ...inside);
  }
  return textOf(...parts);
}

/** Conditions are decided when a stack is made. Where one side is nothing, the other is taken, and that is told. */
function choose(argument: Node, context: Context): Value | undefined {
  const [condition, yes, no] = isSeq(argument) ? argument.items.map(nodeOf) : [];
  if (!condition || !yes || !no) return undefined;
  const [taken, left] = [evaluateNode(yes, context), evaluateNode(no, context)];
  if (isNothing(taken) === isNothing(left)) return undefined;
  const at = argument.range?.[0] ?? 0;
  context.assumptions.add('CONDITION_TAKEN', textOfNode(condition) ?? '', '', at);
  return isNothing(taken) ? left : taken;
}

function split([between, text]: readonly (string | undefined)[]): Value | undefined {
  if (between === undefined || text === undefined || between === '') return undefined;
  return list(text.split(between).map((piece) => textOf(piece)));
}

function findInMap(path: readonly (string | undefined)[], context: Context): Value | undefined {
  let node = memberNode(context.template.root, 'Mappings');
  for (const name of path) node = name === undefined ? undefined : memberNode(node, name);
  return node && path.length === 3 ? evaluateNode(node, context) : undefined;
}
