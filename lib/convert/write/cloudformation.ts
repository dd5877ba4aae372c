/* A policy as a CloudFormation template with the resource it is attached to. */
import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { PolicyKind } from '@/simulator/index.ts';
import type { Known } from '../types.ts';
import { list, object, plainText, type Text, textOf, type Value } from '../value.ts';
import { prettyJson } from './json.ts';
import { hasPlainStrings } from './strings.ts';
import type { ExportNote, Reference, Writable, Written } from './types.ts';

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
interface Target {
  readonly name: string;
  readonly type: string;
  readonly property: string;
  readonly others: Readonly<Record<string, string>>;
}

const managedPolicy: Target = {
  name: 'Policy',
  type: 'AWS::IAM::ManagedPolicy',
  property: 'PolicyDocument',
  others: {},
};

const organizations = (type: string): Target => ({
  name: 'Policy',
  type: 'AWS::Organizations::Policy',
  property: 'Content',
  others: { Name: 'kms-playground', Type: type },
});

const targets: Partial<Record<PolicyKind, Target>> = {
  key: { name: 'Key', type: 'AWS::KMS::Key', property: 'KeyPolicy', others: {} },
  identity: managedPolicy,
  boundary: managedPolicy,
  scp: organizations('SERVICE_CONTROL_POLICY'),
  rcp: organizations('RESOURCE_CONTROL_POLICY'),
};

const pseudo: Readonly<Record<Reference, string>> = {
  account: 'AWS::AccountId',
  region: 'AWS::Region',
  partition: 'AWS::Partition',
};

/** The template, in YAML or JSON. */
export function writeCloudFormation(writable: Writable, language: 'yaml' | 'json'): Written {
  const { kind, policy, known } = writable;
  const target = targets[kind];
  if (!target) {
    return {
      ok: false,
      problems: [{ code: 'KIND_NOT_SUPPORTED', data: { kind, format: 'CloudFormation' } }],
    };
  }
  const plain = hasPlainStrings(policy);
  if (!plain.ok) return plain;
  const others = Object.entries(target.others);
  const properties = object({
    ...Object.fromEntries(others.map(([name, value]) => [name, textOf(value)])),
    [target.property]: withSubstitutions(policy, known),
  });
  const template = object({
    AWSTemplateFormatVersion: textOf('2010-09-09'),
    Resources: object({ [target.name]: object({ Type: textOf(target.type), Properties: properties }) }),
  });
  const notes = others
    .filter(([name]) => name === 'Name')
    .map(([name, value]): ExportNote => ({ code: 'FILL_IN', data: { what: `${name}: ${value}` } }));
  const text = language === 'yaml' ? yamlOf(template) : `${prettyJson(template)}\n`;
  return { ok: true, text, notes };
}

const sub = 'Fn::Sub';

/** Strings with references as calls of `Fn::Sub`. */
function withSubstitutions(value: Value, known: Known): Value {
  switch (value.type) {
    case 'text':
      return substitution(value, known);
    case 'list':
      return list(value.items.map((item) => withSubstitutions(item, known)));
    case 'object':
      return {
        type: 'object',
        members: value.members.map((member) => ({
          name: member.name,
          value: withSubstitutions(member.value, known),
        })),
      };
    default:
      return value;
  }
}

function substitution(text: Text, known: Known): Value {
  if (plainText(text) !== undefined) return text;
  const isSafe = text.parts.every((part) => typeof part !== 'string' || canBeEscaped(part));
  const written = text.parts.map((part) => {
    if (typeof part === 'string') return isSafe ? part.replaceAll('${', '${!') : part;
    const reference = part.type === 'unknown' ? (part.expression as Reference) : 'account';
    return isSafe ? `\${${pseudo[reference]}}` : (known[reference] ?? '');
  });
  const joined = textOf(written.join(''));
  return isSafe ? object({ [sub]: joined }) : joined;
}

/** `${Name}` is escaped as `${!Name}`; for a sign that is not closed, or escaped already, there is no way. */
function canBeEscaped(text: string): boolean {
  return !text.replace(/\$\{[^!{}][^{}]*\}/g, '').includes('${');
}

/** YAML as version 1.1 reads it, which is CloudFormation's: words that it takes for dates or booleans are quoted. */
function yamlOf(template: Value): string {
  const document = new Document<Node>(null, { version: '1.1' });
  document.contents = nodeOf(template);
  return document.toString({ lineWidth: 0, directives: false });
}

/** Nodes for the YAML printer, calls of `Fn::Sub` in the short form. */
function nodeOf(value: Value): Node {
  switch (value.type) {
    case 'text':
      return new Scalar(plainText(value) ?? '');
    case 'scalar':
      return new Scalar(plainScalar(value.written));
    case 'list': {
      const items = new YAMLSeq();
      items.items = value.items.map(nodeOf);
      return items;
    }
    case 'object': {
      const [only, ...rest] = value.members;
      if (only && rest.length === 0 && plainText(only.name) === sub) {
        const call = new Scalar(plainText(only.value) ?? '');
        call.tag = '!Sub';
        return call;
      }
      const map = new YAMLMap();
      map.items = value.members.map(
        (member) => new Pair(new Scalar(plainText(member.name) ?? ''), nodeOf(member.value)),
      );
      return map;
    }
    default:
      return new Scalar(null);
  }
}

/** A number that JavaScript would write otherwise is written as text, as which IAM takes it. */
function plainScalar(written: string): unknown {
  const value: unknown = JSON.parse(written);
  return typeof value === 'number' && String(value) !== written ? written : value;
}
