import type { PolicyKind, PolicyProblem, PolicyProblemCode } from '../../policy/types.ts';

/** What the parser tells, by the names of Access Analyzer. Null: a rule of its own tells it. */
const codes = {
  JSON_SYNTAX_ERROR: 'JSON_SYNTAX_ERROR',
  NOT_AN_OBJECT: 'JSON_SYNTAX_ERROR',
  DUPLICATE_KEY: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  UNKNOWN_ELEMENT: 'INVALID_POLICY_ELEMENT',
  ELEMENT_CASE: 'INVALID_POLICY_ELEMENT',
  DATA_TYPE_MISMATCH: 'DATA_TYPE_MISMATCH',
  INVALID_VERSION: 'INVALID_VERSION',
  MISSING_STATEMENT: 'MISSING_STATEMENT',
  MISSING_EFFECT: 'MISSING_EFFECT',
  INVALID_EFFECT: 'INVALID_EFFECT',
  MISSING_PRINCIPAL: 'MISSING_PRINCIPAL',
  UNSUPPORTED_PRINCIPAL: 'INVALID_POLICY_ELEMENT',
  INVALID_PRINCIPAL_TYPE: 'INVALID_PRINCIPAL_KEY',
  MISSING_ACTION: 'MISSING_ACTION',
  MISSING_RESOURCE: 'MISSING_RESOURCE',
  ELEMENT_AND_ITS_OPPOSITE: 'UNSUPPORTED_ELEMENT_COMBINATION',
  UNKNOWN_OPERATOR: 'INVALID_CONDITION_OPERATOR',
  POLICY_TOO_LARGE: null,
} as const satisfies Readonly<Record<PolicyProblemCode, string | null>>;

export type ProblemFindingCode = NonNullable<(typeof codes)[PolicyProblemCode]>;

/** KMS takes a key policy whose statements lack these; rules of our own say what comes of it. */
const acceptedInKeyPolicies: ReadonlySet<PolicyProblemCode> = new Set(['MISSING_ACTION', 'MISSING_RESOURCE']);

/** Access Analyzer's name for a problem of the parser; null where a rule of its own reports it. */
export function codeOfProblem({ code }: PolicyProblem, kind: PolicyKind): ProblemFindingCode | null {
  return kind === 'key' && acceptedInKeyPolicies.has(code) ? null : codes[code];
}
