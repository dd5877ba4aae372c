/* What goes in and out of the conversion: policies found in a text, and a policy written in another form. */
import type { PolicyKind } from '@/simulator/index.ts';

export const importFormats = {
  json: 'JSON',
  terraform: 'Terraform',
  'cloudformation-yaml': 'CloudFormation YAML',
  'cloudformation-json': 'CloudFormation JSON',
  cli: 'AWS CLI command',
} as const;

export type ImportFormat = keyof typeof importFormats;

/** What is known of the place where the policy is to be used; each is put in where the text only refers to it. */
export interface Known {
  /** Twelve digits. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  readonly keyArn?: string;
}

export interface ImportOptions {
  readonly known?: Known;
  /** Reads the text as this format instead of the one it looks like. */
  readonly format?: ImportFormat;
}

/** Where in the pasted text something is, from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** An expression whose value the text does not hold. The policy has `{{…}}` in its place. */
export interface Unresolved {
  /** As it stands in the policy's text, braces included. */
  readonly placeholder: string;
  readonly expression: string;
  /** Where the policy has it; `line` is the expression's line in the pasted text. */
  readonly places: readonly Place[];
}

export type AssumptionCode =
  /** The account, Region, partition or key of the playground. */
  | 'KNOWN_VALUE'
  /** A variable's or parameter's default. */
  | 'DEFAULT_VALUE'
  /** A part that is there only under a condition is taken as there. */
  | 'CONDITION_TAKEN'
  /** Something repeated over a list that is not known is shown once. */
  | 'SHOWN_ONCE';

/** A value that was put in although the text alone does not settle it. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly expression: string;
  /** What was put in; empty where it is not one value. */
  readonly value: string;
  readonly line: number;
}

export interface ImportedPolicy {
  /** JSON. Whatever could not be resolved stands in it as `{{expression}}`. */
  readonly text: string;
  /** What it is attached to, as far as the text tells. */
  readonly kind: PolicyKind;
  readonly name: string;
  readonly place: Place;
  readonly unresolved: readonly Unresolved[];
  readonly assumed: readonly Assumption[];
}

export type ImportProblemCode =
  | 'NOT_RECOGNIZED'
  | 'NO_POLICY_FOUND'
  | 'TOO_LARGE'
  | 'SYNTAX'
  | 'BROKEN_JSON'
  /** The policy itself is not in the text: a file, a module's output, a variable. */
  | 'POLICY_ELSEWHERE'
  /** A statement that nothing is known of. */
  | 'STATEMENT_LEFT_OUT'
  | 'NOT_READABLE';

export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly line: number;
  readonly data: Readonly<Record<string, string>>;
}

export interface ImportResult {
  readonly format: ImportFormat | null;
  readonly policies: readonly ImportedPolicy[];
  readonly problems: readonly ImportProblem[];
}
