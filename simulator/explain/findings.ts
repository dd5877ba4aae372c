/* What the policy check says, in English. */
import type { Finding, FindingCode, Fix, FixCode, Severity } from '../findings/types.ts';
import { analyzerSentences } from './findings-analyzer.ts';
import { kmsSentences } from './findings-kms.ts';

type Data = Readonly<Record<string, string>>;

/** Severities as they are shown. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  'security-warning': 'Security warning',
  warning: 'Warning',
  suggestion: 'Suggestion',
};

const sentences: Readonly<Record<FindingCode, (data: Data) => string>> = {
  ...analyzerSentences,
  ...kmsSentences,
  CHECK_INCOMPLETE: ({ rule, reason }) =>
    `${rule} could not be checked because of a mistake in this program: ${reason}`,
};

const fixes: Readonly<Record<FixCode, (data: Data) => string>> = {
  addAccountStatement: ({ account }) =>
    `Add the statement that lets account ${account} decide by IAM policies`,
  addAction: ({ action }) => `Add ${action}`,
  addCondition: ({ operator, key, value }) => `Add the condition ${operator} ${key} = ${value}`,
  addElement: ({ element, value }) => `Add ${element}: ${value}`,
  addStatement: ({ what }) => `Add a statement: ${what}`,
  compact: () => 'Write the policy without spaces',
  narrowPrincipal: ({ account, pattern }) =>
    `Name account ${account}, and keep the pattern ${pattern} in a condition on aws:PrincipalArn`,
  removeAction: ({ action }) => `Remove ${action}`,
  removeCondition: ({ key }) => `Remove the condition on ${key}`,
  removeElement: ({ element }) => `Remove ${element}`,
  removePrincipal: ({ principal }) => `Remove ${principal}`,
  removeStatement: () => 'Remove the statement',
  removeValue: ({ value }) => `Remove ${value}`,
  rename: ({ from, to }) => `Rename ${from} to ${to}`,
  replace: ({ from, to }) => `Replace ${from} with ${to}`,
};

/** A finding as a sentence. */
export function describeFinding({ code, data }: Pick<Finding, 'code' | 'data'>): string {
  return sentences[code](data);
}

/** What a fix does, as an instruction. */
export function describeFix({ code, data }: Pick<Fix, 'code' | 'data'>): string {
  return fixes[code](data);
}
