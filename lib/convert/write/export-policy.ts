/* A policy in another form: JSON, Terraform, CloudFormation, CDK or a command. */
import { placeholdersIn } from '../placeholders.ts';
import { writeCdk } from './cdk.ts';
import { writeCloudFormation } from './cloudformation.ts';
import { writeCommand } from './command.ts';
import { minifiedJson, prettyJson } from './json.ts';
import { prepare } from './prepare.ts';
import { writeTerraform, writeTerraformDocument } from './terraform.ts';
import type {
  ExportFormat,
  ExportNote,
  ExportOptions,
  ExportResult,
  Language,
  Writable,
  Written,
} from './types.ts';

interface Writer {
  readonly language: Language;
  readonly extension: string;
  readonly write: (writable: Writable) => Written;
  /** It can refer to the account, Region and partition instead of naming them. */
  readonly hasReferences: boolean;
}

const plain = (text: string): Written => ({ ok: true, text, notes: [] });

const terraform = { language: 'hcl', extension: 'tf', hasReferences: true } as const;
const json = { language: 'json', extension: 'json', hasReferences: false } as const;

const writers: Readonly<Record<ExportFormat, Writer>> = {
  json: { ...json, write: ({ policy }) => plain(`${prettyJson(policy)}\n`) },
  'json-minified': { ...json, write: ({ policy }) => plain(minifiedJson(policy)) },
  terraform: { ...terraform, write: (writable) => writeTerraform(writable, false) },
  'terraform-key-policy': { ...terraform, write: (writable) => writeTerraform(writable, true) },
  'terraform-document': { ...terraform, write: writeTerraformDocument },
  'cloudformation-yaml': {
    language: 'yaml',
    extension: 'yaml',
    hasReferences: true,
    write: (writable) => writeCloudFormation(writable, 'yaml'),
  },
  'cloudformation-json': {
    ...json,
    hasReferences: true,
    write: (writable) => writeCloudFormation(writable, 'json'),
  },
  cdk: { language: 'typescript', extension: 'ts', hasReferences: true, write: writeCdk },
  'cli-bash': {
    language: 'bash',
    extension: 'sh',
    hasReferences: false,
    write: (writable) => writeCommand(writable, 'bash'),
  },
  'cli-powershell': {
    language: 'powershell',
    extension: 'ps1',
    hasReferences: false,
    write: (writable) => writeCommand(writable, 'powershell'),
  },
};

/**
 * Writes a policy in a format. Everything the policy says is in what comes out, or it is refused with what
 * the format cannot say. Never throws.
 */
export function exportPolicy(text: string, format: ExportFormat, options: ExportOptions): ExportResult {
  const writer = writers[format];
  const prepared = prepare(text, {
    ...options,
    references: writer.hasReferences && options.references === true,
  });
  if (!prepared.ok) return prepared;
  const written = writer.write(prepared.writable);
  if (!written.ok) return written;
  const placeholders = placeholdersIn(text);
  const notes: ExportNote[] =
    placeholders.length > 0
      ? [{ code: 'HAS_PLACEHOLDERS', data: { placeholders: placeholders.join(', ') } }]
      : [];
  return {
    ok: true,
    text: written.text,
    language: writer.language,
    fileName: `${options.kind}-policy.${writer.extension}`,
    notes: [...notes, ...written.notes],
  };
}
