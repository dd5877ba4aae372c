import type { analyzerRules } from '../findings/analyzer/all.ts';
import type { ProblemFindingCode } from '../findings/analyzer/problems.ts';

type Code = (typeof analyzerRules)[number]['code'] | ProblemFindingCode;
type Data = Readonly<Record<string, string>>;

/** The findings of Access Analyzer, in our own words. */
export const analyzerSentences: Readonly<Record<Code, (data: Data) => string>> = {
  JSON_SYNTAX_ERROR: () => 'This is not valid JSON.',
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: ({ element }) => `${element} is here more than once.`,
  INVALID_POLICY_ELEMENT: ({ element }) => `A policy has no element ${element ?? 'Principal'} here.`,
  DATA_TYPE_MISMATCH: ({ element, expected, found }) => `${element} is to be a ${expected}, not a ${found}.`,
  INVALID_VERSION: ({ found }) => `There is no policy version ${found}; use 2012-10-17.`,
  MISSING_STATEMENT: () => 'The policy has no statement.',
  MISSING_EFFECT: () => 'The statement has no Effect.',
  INVALID_EFFECT: ({ found }) => `Effect is Allow or Deny, written so; not ${found}.`,
  MISSING_PRINCIPAL: () => 'The statement has no Principal.',
  INVALID_PRINCIPAL_KEY: ({ found, known }) => `There is no principal type ${found}; the types are ${known}.`,
  MISSING_ACTION: () => 'The statement has no Action.',
  MISSING_RESOURCE: () => 'The statement has no Resource.',
  UNSUPPORTED_ELEMENT_COMBINATION: ({ element, opposite }) =>
    `A statement has ${element} or ${opposite}, not both.`,
  INVALID_CONDITION_OPERATOR: ({ operator }) => `There is no condition operator ${operator}.`,
};
