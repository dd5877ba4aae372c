import type { PolicyKind } from '@/simulator/index.ts';
import type { Known } from '../types.ts';
import type { ObjectValue } from '../value.ts';

export const exportFormats = {
  json: 'JSON',
  'json-minified': 'JSON, minified',
  terraform: 'Terraform, resource',
  'terraform-key-policy': 'Terraform, aws_kms_key_policy',
  'terraform-document': 'Terraform, aws_iam_policy_document',
  'cloudformation-yaml': 'CloudFormation YAML',
  'cloudformation-json': 'CloudFormation JSON',
  cdk: 'CDK TypeScript',
  'cli-bash': 'AWS CLI, bash',
  'cli-powershell': 'AWS CLI, PowerShell',
} as const;

export type ExportFormat = keyof typeof exportFormats;

export type Language = 'json' | 'hcl' | 'yaml' | 'typescript' | 'bash' | 'powershell';

export interface ExportOptions {
  /** What the policy is attached to. */
  readonly kind: PolicyKind;
  /** What is known of the place the policy is for: the key that a command names, and what can be a reference. */
  readonly known?: Known;
  /** Writes the known account, Region and partition as references instead of their values. */
  readonly references?: boolean;
}

export type ExportNoteCode =
  /** The text has placeholders that are to be filled in first. */
  | 'HAS_PLACEHOLDERS'
  /** Terraform keeps strings in Unicode's form NFC. */
  | 'NORMALIZED_BY_TERRAFORM'
  /** The construct cannot say everything, the resource below it can. */
  | 'WRITTEN_AS_RESOURCE'
  /** Names that the reader is to replace. */
  | 'FILL_IN';

export interface ExportNote {
  readonly code: ExportNoteCode;
  readonly data: Readonly<Record<string, string>>;
}

export type ExportProblemCode =
  | 'NOT_JSON'
  | 'NOT_AN_OBJECT'
  | 'DUPLICATE_NAME'
  | 'LONE_SURROGATE'
  /** No resource or command takes a policy of this kind. */
  | 'KIND_NOT_SUPPORTED'
  /** The format has no way to say this. */
  | 'CANNOT_SAY';

export interface ExportProblem {
  readonly code: ExportProblemCode;
  readonly data: Readonly<Record<string, string>>;
}

export type ExportResult =
  | {
      readonly ok: true;
      readonly text: string;
      readonly language: Language;
      readonly fileName: string;
      readonly notes: readonly ExportNote[];
    }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] };

/** A policy ready to be written: JSON without duplicate names, its strings in parts where references go. */
export interface Writable {
  readonly policy: ObjectValue;
  readonly kind: PolicyKind;
  readonly known: Known;
  /** The references that the policy's strings have. */
  readonly references: ReadonlySet<Reference>;
}

/** What a string can refer to instead of saying it. */
export type Reference = 'account' | 'region' | 'partition';

export type Written =
  | { readonly ok: true; readonly text: string; readonly notes: readonly ExportNote[] }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] };

export const cannotSay = (what: string, where: string): ExportProblem => ({
  code: 'CANNOT_SAY',
  data: { what, where },
});
