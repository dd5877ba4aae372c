/** A span of a policy's text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a policy is attached. It decides which elements are legal and how the policy counts. */
export type PolicyKind =
  | 'key'
  | 'identity'
  | 'scp'
  | 'rcp'
  | 'boundary'
  | 'session'
  | 'endpoint'
  /** The policy of a resource that is not a KMS key: a bucket, a queue, a role's trust. */
  | 'resource';

export interface Located<T> {
  readonly value: T;
  readonly range: TextRange;
}

export type PrincipalType = '*' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface PrincipalEntry extends Located<string> {
  readonly type: PrincipalType;
}

/** An element with a `Not…` twin: `negated` is true for `NotPrincipal`, `NotAction`, `NotResource`. */
export interface ListElement<T extends Located<string> = Located<string>> {
  readonly negated: boolean;
  readonly values: readonly T[];
  /** The whole member, name included. */
  readonly range: TextRange;
}

/** One `operator: { key: values }` pair of a Condition block. */
export interface ConditionClause {
  readonly operator: Located<string>;
  readonly key: Located<string>;
  readonly values: readonly Located<string>[];
  readonly range: TextRange;
}

export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: Located<string>;
  readonly effect: Located<'Allow' | 'Deny'>;
  readonly principal?: ListElement<PrincipalEntry>;
  readonly action?: ListElement;
  readonly resource?: ListElement;
  readonly conditions: readonly ConditionClause[];
  readonly range: TextRange;
}

export interface PolicyDocument {
  readonly version: '2012-10-17' | '2008-10-17';
  readonly id?: Located<string>;
  readonly statements: readonly Statement[];
}

export type PolicyProblemCode =
  | 'JSON_SYNTAX_ERROR'
  | 'NOT_AN_OBJECT'
  | 'DUPLICATE_KEY'
  | 'UNKNOWN_ELEMENT'
  | 'ELEMENT_CASE'
  | 'DATA_TYPE_MISMATCH'
  | 'INVALID_VERSION'
  | 'MISSING_STATEMENT'
  | 'MISSING_EFFECT'
  | 'INVALID_EFFECT'
  | 'MISSING_PRINCIPAL'
  | 'UNSUPPORTED_PRINCIPAL'
  | 'INVALID_PRINCIPAL_TYPE'
  | 'INVALID_PRINCIPAL'
  | 'MISSING_ACTION'
  | 'MISSING_RESOURCE'
  | 'ELEMENT_AND_ITS_OPPOSITE'
  | 'UNKNOWN_OPERATOR'
  | 'POLICY_TOO_LARGE';

/** Something wrong with a policy's text. `error`: AWS would refuse it; `warning`: accepted, rarely meant. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly severity: 'error' | 'warning';
  readonly range: TextRange;
  readonly data: Readonly<Record<string, string>>;
}

export interface ParsedPolicy {
  readonly kind: PolicyKind;
  readonly text: string;
  /** Null when no policy could be read from the text. Statements that could not be read are left out. */
  readonly document: PolicyDocument | null;
  readonly problems: readonly PolicyProblem[];
}
