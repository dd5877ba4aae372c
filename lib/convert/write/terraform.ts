/* A policy as Terraform: the resource it is attached to, with `jsonencode` or with a policy document beside it. */
import type { PolicyKind } from '@/simulator/index.ts';
import { quote } from '../terraform/strings.ts';
import { plainText, type Text, type Value } from '../value.ts';
import { aligned } from './aligned.ts';
import { hasPlainStrings } from './strings.ts';
import { policyDocumentBlock } from './terraform-document.ts';
import type { ExportNote, Reference, Writable, Written } from './types.ts';

/** Arguments of the resource besides the policy. Source: the resources' pages in the AWS provider's documentation. */
interface Target {
  readonly type: string;
  readonly name: string;
  readonly argument: string;
  readonly others: readonly (readonly [name: string, value: string])[];
}

const named = ['name', quote('kms-playground')] as const;

const targets: Partial<Record<PolicyKind, Target>> = {
  key: { type: 'aws_kms_key', name: 'this', argument: 'policy', others: [] },
  identity: { type: 'aws_iam_policy', name: 'this', argument: 'policy', others: [named] },
  boundary: { type: 'aws_iam_policy', name: 'this', argument: 'policy', others: [named] },
  scp: {
    type: 'aws_organizations_policy',
    name: 'this',
    argument: 'content',
    others: [named, ['type', quote('SERVICE_CONTROL_POLICY')]],
  },
  rcp: {
    type: 'aws_organizations_policy',
    name: 'this',
    argument: 'content',
    others: [named, ['type', quote('RESOURCE_CONTROL_POLICY')]],
  },
  endpoint: {
    type: 'aws_vpc_endpoint_policy',
    name: 'this',
    argument: 'policy',
    others: [['vpc_endpoint_id', 'aws_vpc_endpoint.kms.id']],
  },
};

const keyPolicy: Target = {
  type: 'aws_kms_key_policy',
  name: 'this',
  argument: 'policy',
  others: [['key_id', 'aws_kms_key.this.key_id']],
};

const references: Readonly<Record<Reference, readonly [source: string, expression: string]>> = {
  account: ['aws_caller_identity', 'data.aws_caller_identity.current.account_id'],
  region: ['aws_region', 'data.aws_region.current.region'],
  partition: ['aws_partition', 'data.aws_partition.current.partition'],
};

/** The resource with the policy in `jsonencode`. */
export function writeTerraform(writable: Writable, isKeyPolicy: boolean): Written {
  const target = isKeyPolicy ? keyPolicy : targets[writable.kind];
  if (!target || (isKeyPolicy && writable.kind !== 'key')) return notSupported(writable);
  const encoded = `jsonencode(${writeValue(writable.policy, '  ')})`;
  return write(writable, [resourceBlock(target, encoded)], target);
}

/** The policy as a data source; with the resource that takes it, where there is one. */
export function writeTerraformDocument(writable: Writable): Written {
  const document = policyDocumentBlock(writable.policy, writeString);
  if (!document.ok) return document;
  const target = targets[writable.kind];
  const resource = target && resourceBlock(target, 'data.aws_iam_policy_document.this.json');
  return write(writable, resource ? [document.text, resource] : [document.text], target);
}

function write(writable: Writable, blocks: readonly string[], target: Target | undefined): Written {
  const plain = hasPlainStrings(writable.policy);
  if (!plain.ok) return plain;
  const sources = [...writable.references].map((name) => `data "${references[name][0]}" "current" {}`);
  const notes: ExportNote[] = [];
  if (!plain.isNormalized) notes.push({ code: 'NORMALIZED_BY_TERRAFORM', data: {} });
  for (const [name, value] of target?.others ?? [])
    notes.push({ code: 'FILL_IN', data: { what: `${name} = ${value}` } });
  return { ok: true, text: `${[...sources, ...blocks].join('\n\n')}\n`, notes };
}

const notSupported = ({ kind }: Writable): Written => ({
  ok: false,
  problems: [{ code: 'KIND_NOT_SUPPORTED', data: { kind, format: 'Terraform' } }],
});

function resourceBlock({ type, name, argument, others }: Target, policy: string): string {
  const width = Math.max(
    ...others.map(([other]) => other.length),
    policy.includes('\n') ? 0 : argument.length,
  );
  const line = (left: string, right: string) => `  ${left.padEnd(width)} = ${right}`;
  const last = policy.includes('\n') ? `  ${argument} = ${policy}` : line(argument, policy);
  return [
    `resource "${type}" "${name}" {`,
    ...others.map(([left, right]) => line(left, right)),
    last,
    '}',
  ].join('\n');
}

/** A string in quotes, with its references in `${…}`. A dollar sign before one would make an escape of it. */
export function writeString({ parts }: Text): string {
  const inside = parts.map((part, index) => {
    if (typeof part !== 'string') {
      return part.type === 'unknown' ? `\${${references[part.expression as Reference][1]}}` : '';
    }
    const written = quote(part).slice(1, -1);
    return index < parts.length - 1 ? written.replace(/\$$/, '\\u0024') : written;
  });
  return `"${inside.join('')}"`;
}

/** A value as `terraform fmt` has it: equals signs of neighbouring lines stand below each other. */
function writeValue(value: Value, indent: string): string {
  const inner = `${indent}  `;
  switch (value.type) {
    case 'text':
      return writeString(value);
    case 'list':
      if (value.items.length === 0) return '[]';
      return `[\n${value.items.map((item) => `${inner}${writeValue(item, inner)},\n`).join('')}${indent}]`;
    case 'object': {
      if (value.members.length === 0) return '{}';
      const members = value.members.map((member): readonly [string, string] => [
        writeName(member.name),
        writeValue(member.value, inner),
      ]);
      return `{\n${aligned(members)
        .map((line) => `${inner}${line}\n`)
        .join('')}${indent}}`;
    }
    default:
      return value.type === 'scalar' ? value.written : '';
  }
}

/** A bare word where it is one; `(…)` never, since names in policies are plain. */
function writeName(name: Text): string {
  const text = plainText(name) ?? '';
  const isWord =
    /^[A-Za-z_]\w*$/.test(text) && !['for', 'null', 'true', 'false', 'if', 'in', 'else'].includes(text);
  return isWord ? text : writeString(name);
}
