/* Codes of the conversion to sentences. */
import type { Assumption, ImportProblem } from './types.ts';
import type { ExportNote, ExportProblem } from './write/types.ts';

export function describeImportProblem({ code, data }: ImportProblem): string {
  switch (code) {
    case 'NOT_RECOGNIZED':
      return 'This looks like neither JSON, Terraform, CloudFormation nor a command of the AWS CLI.';
    case 'NO_POLICY_FOUND':
      return 'There is no policy in this text.';
    case 'TOO_LARGE':
      return `The text has ${data.size} characters; at most ${data.limit} are read. Paste the part with the policy.`;
    case 'SYNTAX':
      return 'The text breaks off or has a mistake here. What could be read around it was read.';
    case 'BROKEN_JSON':
      return `The JSON of ${data.path} has a mistake. What could be read of it was read.`;
    case 'POLICY_ELSEWHERE':
      return `The policy of ${data.path} is not in this text: it is ${data.expression || 'made elsewhere'}.`;
    case 'STATEMENT_LEFT_OUT':
      return `A statement of ${data.path} is left out, since nothing is known of it: ${data.expression}.`;
    case 'NOT_READABLE':
      return 'This text could not be read: it nests too deeply.';
  }
}

export function describeAssumption({ code, expression, value }: Assumption): string {
  switch (code) {
    case 'KNOWN_VALUE':
      return `${expression} is taken to be ${value}, as in this playground.`;
    case 'DEFAULT_VALUE':
      return `${expression} is taken to have its default${value === '' ? '' : `, ${value}`}.`;
    case 'CONDITION_TAKEN':
      return `A part that is there only when ${expression} is taken as there.`;
    case 'SHOWN_ONCE':
      return `What is repeated over ${expression} is shown once.`;
  }
}

const cannotSay: Readonly<Record<string, (where: string) => string>> = {
  SID: (where) =>
    `The Sid "${where}" has characters other than letters and digits, which aws_iam_policy_document does not take.`,
  SID_TWICE: (where) =>
    `Two statements have the Sid "${where}", which aws_iam_policy_document does not take.`,
  EMPTY: (where) => `${where} is empty, and aws_iam_policy_document would leave it out.`,
  AMPERSAND: (where) => `${where} has "&{", of which aws_iam_policy_document would make a policy variable.`,
  VERSION: () => 'The Version is neither 2012-10-17 nor 2008-10-17.',
  EFFECT: (where) => `${where} has an Effect other than Allow and Deny.`,
  ELEMENT: (where) => `aws_iam_policy_document has no place for ${where}.`,
  NOT_A_STATEMENT: (where) => `${where} is not a statement.`,
  NOT_TEXT: (where) => `${where} is not a string.`,
  PRINCIPAL: (where) => `${where} names no principals by their type.`,
  CONDITION: (where) => `${where} is not made of operators with keys and values.`,
};

const formats: Readonly<Record<string, string>> = {
  key: 'a key policy',
  identity: 'an identity policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'an SCP',
  rcp: 'an RCP',
  endpoint: 'a VPC endpoint policy',
  resource: "another resource's policy",
};

export function describeExportProblem({ code, data }: ExportProblem): string {
  switch (code) {
    case 'NOT_JSON':
      return `The policy is not yet JSON: see line ${data.line}.`;
    case 'NOT_AN_OBJECT':
      return 'The text is not a policy.';
    case 'DUPLICATE_NAME':
      return `"${data.name}" stands twice in one place, and only one of them would be kept.`;
    case 'LONE_SURROGATE':
      return `The string ${data.text} has half of a character, which only JSON can write.`;
    case 'KIND_NOT_SUPPORTED':
      return `${data.format} has nothing that takes ${formats[data.kind ?? ''] ?? 'this policy'} on its own.`;
    case 'CANNOT_SAY':
      return (
        cannotSay[data.what ?? '']?.(data.where ?? '') ?? `${data.where} cannot be written in this format.`
      );
  }
}

const notStatements: Readonly<Record<string, string>> = {
  ID: 'an Id',
  VERSION: 'this Version',
  SID: 'this Sid',
  ACTION: 'an action written like this',
  PRINCIPAL: 'a principal written like this',
};

export function describeExportNote({ code, data }: ExportNote): string {
  switch (code) {
    case 'HAS_PLACEHOLDERS':
      return `Fill in ${data.placeholders} before you use it.`;
    case 'NORMALIZED_BY_TERRAFORM':
      return 'Terraform brings strings into the Unicode form NFC: some characters here will be stored otherwise.';
    case 'WRITTEN_AS_RESOURCE':
      return `Written for ${data.resource}, since PolicyStatement has no place for ${notStatements[data.because ?? ''] ?? 'something here'}.`;
    case 'FILL_IN':
      return `Replace ${data.what} by your own.`;
  }
}
