/* A policy's text to what the writers take. */
import { type JsonNode, parseJson } from '@/simulator/index.ts';
import { fromNode } from '../json-text.ts';
import { lineAt } from '../lines.ts';
import type { Known } from '../types.ts';
import { list, type ObjectValue, plainText, type TextPart, textOf, unknown, type Value } from '../value.ts';
import type { ExportOptions, ExportProblem, Reference, Writable } from './types.ts';

export type Prepared =
  | { readonly ok: true; readonly writable: Writable }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] };

/** Reads a policy's text; formats have no place for broken JSON or a name said twice. */
export function prepare(text: string, { kind, known = {}, references = false }: ExportOptions): Prepared {
  const { root, errors } = parseJson(text);
  const [error] = errors;
  if (error) return refuse({ code: 'NOT_JSON', data: { line: `${lineAt(text, error.start)}` } });
  if (root?.type !== 'object') return refuse({ code: 'NOT_AN_OBJECT', data: {} });
  const duplicate = duplicateIn(root);
  if (duplicate !== undefined) return refuse({ code: 'DUPLICATE_NAME', data: { name: duplicate } });
  const policy = fromNode(root);
  if (policy.type !== 'object') return refuse({ code: 'NOT_AN_OBJECT', data: {} });
  const used = new Set<Reference>();
  const written = references ? withReferences(policy, known, used) : policy;
  return { ok: true, writable: { policy: written, kind, known, references: used } };
}

const refuse = (problem: ExportProblem): Prepared => ({ ok: false, problems: [problem] });

function duplicateIn(node: JsonNode): string | undefined {
  if (node.type === 'array') return node.items.map(duplicateIn).find((name) => name !== undefined);
  if (node.type !== 'object') return undefined;
  const names = node.members.map(({ name }) => name.value);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return twice;
  return node.members
    .map(({ value }) => value && duplicateIn(value))
    .find((name) => typeof name === 'string') as string | undefined;
}

/** Elements whose values speak of places; names and actions do not. */
const withoutPlaces = new Set(['Version', 'Id', 'Sid', 'Effect', 'Action', 'NotAction']);

/** Strings with a reference, an unknown part named for it, wherever they say a known account, Region or partition. */
function withReferences(policy: ObjectValue, known: Known, used: Set<Reference>): ObjectValue {
  const pattern = referencePattern(known);
  const visit = (value: Value): Value => {
    const text = plainText(value);
    if (text !== undefined) return textOf(...split(text));
    if (value.type === 'list') return list(value.items.map(visit));
    return value.type === 'object' ? members(value) : value;
  };
  const split = (text: string): readonly TextPart[] => {
    const parts: TextPart[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const [name] = Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
      if (name !== 'account' && name !== 'region' && name !== 'partition') continue;
      used.add(name);
      parts.push(text.slice(from, match.index), unknown(name, 0));
      from = match.index + match[0].length;
    }
    return [...parts, text.slice(from)];
  };
  const members = (value: ObjectValue): ObjectValue => ({
    type: 'object',
    members: value.members.map((member) => ({
      name: member.name,
      value: withoutPlaces.has(plainText(member.name) ?? '') ? member.value : visit(member.value),
    })),
  });
  return members(policy);
}

/** Matches nothing for what is not known. Known values are digits, letters and hyphens. */
function referencePattern({ account, region, partition }: Known): RegExp {
  const word = (value: string | undefined) => (value && /^[\w-]+$/.test(value) ? value : '(?!)');
  return new RegExp(
    [
      `(?<![\\w-])(?<account>${word(account)})(?![\\w-])`,
      `(?<![\\w-])(?<region>${word(region)})(?![\\w-])`,
      `(?<=^arn:)(?<partition>${word(partition)})(?=:)`,
    ].join('|'),
    'g',
  );
}
