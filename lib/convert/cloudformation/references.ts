/*
 * What the names of a template stand for: pseudo parameters, defaults of parameters, keys and roles of the template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
import { isMap, type Node } from 'yaml';
import type { Assumptions } from '../assumptions.ts';
import type { Known } from '../types.ts';
import { plainText, scalar, textOf, unknown, type Value } from '../value.ts';
import { memberNode, pairsOf, textOfNode } from './nodes.ts';

export interface Lookup {
  readonly root: Node | null;
  readonly known: Known;
  readonly assumptions: Assumptions;
  readonly at: number;
  readonly evaluate: (node: Node) => Value;
}

/** `AWS::NoValue`: what holds it is left out. Told from a null by being this one. */
export const noValue: Value = scalar(null);

/** The value of `Ref`. */
export function reference(name: string, lookup: Lookup): Value {
  if (name === 'AWS::NoValue') return noValue;
  return (
    fact(name, pseudoParameter(name, lookup.known), lookup) ??
    parameterDefault(name, lookup) ??
    resourceName(name, lookup) ??
    unknown(name, lookup.at)
  );
}

/** The value of `Fn::GetAtt`, by `Resource.Attribute`. */
export function attribute(path: string, lookup: Lookup): Value {
  const dot = path.indexOf('.');
  const [name, what] = [path.slice(0, dot), path.slice(dot + 1)];
  const arn = what === 'Arn' ? arnOf(name, lookup) : undefined;
  return fact(path, arn, lookup) ?? unknown(path, lookup.at);
}

function fact(name: string, value: string | undefined, { assumptions, at }: Lookup): Value | undefined {
  if (value === undefined) return undefined;
  assumptions.add('KNOWN_VALUE', name, value, at);
  return textOf(value);
}

function pseudoParameter(name: string, known: Known): string | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return known.account;
    case 'AWS::Region':
      return known.region;
    case 'AWS::Partition':
      return known.partition;
    case 'AWS::URLSuffix':
      return known.partition === 'aws' ? 'amazonaws.com' : undefined;
    default:
      return undefined;
  }
}

function parameterDefault(name: string, { root, assumptions, at, evaluate }: Lookup): Value | undefined {
  const parameter = memberNode(memberNode(root, 'Parameters'), name);
  const node = memberNode(parameter, 'Default');
  const type = textOfNode(memberNode(parameter, 'Type')) ?? '';
  // The default of such a parameter is the name under which the value is kept.
  if (!node || type.startsWith('AWS::SSM::Parameter')) return undefined;
  const written = textOfNode(node);
  if (written === '') return undefined;
  assumptions.add('DEFAULT_VALUE', name, written ?? '', at);
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (!isList || written === undefined) return written === undefined ? evaluate(node) : textOf(written);
  return { type: 'list', items: written.split(',').map((item) => textOf(item.trim())) };
}

const resourceOf = (name: string, root: Node | null): Node | undefined =>
  memberNode(memberNode(root, 'Resources'), name);

const typeOf = (resource: Node | undefined): string => textOfNode(memberNode(resource, 'Type')) ?? '';

/** Only when the template has one key can it be the playground's. */
function isTheKey(name: string, root: Node | null): boolean {
  const resources = memberNode(root, 'Resources');
  const keys = isMap(resources)
    ? pairsOf(resources).filter(({ value }) => /^AWS::KMS::(?:Replica)?Key$/.test(typeOf(value ?? undefined)))
    : [];
  return keys.length === 1 && keys[0]?.key === name;
}

function resourceName(name: string, lookup: Lookup): Value | undefined {
  if (!isTheKey(name, lookup.root)) return undefined;
  return fact(name, lookup.known.keyArn?.split('/').at(-1), lookup);
}

function arnOf(name: string, { root, known, evaluate }: Lookup): string | undefined {
  if (isTheKey(name, root)) return known.keyArn;
  const resource = resourceOf(name, root);
  const kind = { 'AWS::IAM::Role': 'role', 'AWS::IAM::User': 'user' }[typeOf(resource)];
  const properties = memberNode(resource, 'Properties');
  const written = memberNode(properties, kind === 'role' ? 'RoleName' : 'UserName');
  const path = memberNode(properties, 'Path');
  if (kind === undefined || !written || known.account === undefined) return undefined;
  const identity = plainText(evaluate(written));
  const folder = path ? plainText(evaluate(path)) : '/';
  if (identity === undefined || folder === undefined) return undefined;
  return `arn:${known.partition ?? 'aws'}:iam::${known.account}:${kind}${folder}${identity}`;
}
