import type { PolicyKind, PolicyProblem, TextRange } from '../policy/types.ts';

/** A policy as text (ranges in the trace are offsets into it), or as the JSON value it parses to. */
export type PolicyInput = string | PolicyText | { readonly [element: string]: unknown };

export interface PolicyText {
  readonly text: string;
  /** Shown in the trace, e.g. `AppPolicy`. */
  readonly name?: string;
  /** Statements (by position) to leave out, for asking "what if this one were not there". */
  readonly disabled?: readonly number[];
}

/** What is known of a KMS key. Everything but the ARN has the default of a new symmetric key. */
export interface KeyFacts {
  readonly arn?: string;
  readonly aliases?: readonly string[];
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly origin?: string;
  readonly manager?: 'CUSTOMER' | 'AWS';
  readonly multiRegion?: boolean;
  readonly multiRegionKeyType?: 'PRIMARY' | 'REPLICA';
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Grant {
  readonly grantId: string;
  readonly granteePrincipal?: string;
  readonly granteeServicePrincipal?: string;
  readonly retiringPrincipal?: string;
  readonly retiringServicePrincipal?: string;
  readonly operations: readonly string[];
  readonly constraints?: {
    readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
    readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
    readonly SourceArn?: string;
  };
  /** Account (12 digits) or its root ARN. */
  readonly issuingAccount?: string;
  readonly grantToken?: string;
  /** Not yet visible everywhere: counts only for requests that carry its token. */
  readonly pending?: boolean;
}

export interface OrganizationLevel {
  readonly orgIdentifier: string;
  readonly policies: readonly PolicyInput[];
}

/** An identity of the world, with what is attached to it. */
export interface Caller {
  /** ARN of a user, role, role session, federated user or root. */
  readonly arn: string;
  readonly identityPolicies?: readonly PolicyInput[] | null;
  readonly permissionBoundaries?: readonly PolicyInput[] | null;
  readonly sessionPolicies?: readonly PolicyInput[] | null;
  readonly scps?: readonly OrganizationLevel[] | null;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A key that a request may name besides the environment's own (ReEncrypt, UpdateAlias). */
export interface KeyEntry {
  readonly key: KeyFacts & { readonly arn: string };
  readonly resourcePolicy?: PolicyInput | null;
  readonly grants?: readonly Grant[] | null;
  readonly rcps?: readonly OrganizationLevel[] | null;
}

/** Everything that policies, grants and organizations say: the fixed part of a decision. */
export interface Environment {
  readonly key?: KeyFacts | null;
  /** The key policy, or the policy of another resource. */
  readonly resourcePolicy?: PolicyInput | null;
  readonly grants?: readonly Grant[] | null;
  /** Attached to whoever calls, unless `callers` lists them. */
  readonly identityPolicies?: readonly PolicyInput[] | null;
  readonly permissionBoundaries?: readonly PolicyInput[] | null;
  readonly sessionPolicies?: readonly PolicyInput[] | null;
  readonly vpcEndpointPolicies?: readonly PolicyInput[] | null;
  /** Levels from the root of the caller's organization down; none: no organization. */
  readonly scps?: readonly OrganizationLevel[] | null;
  /** Levels from the root of the key owner's organization down. */
  readonly rcps?: readonly OrganizationLevel[] | null;
  readonly keys?: readonly KeyEntry[];
  readonly callers?: readonly Caller[];
  readonly organization?: {
    readonly id?: string;
    /** Service control policies and resource control policies leave it alone. */
    readonly managementAccount?: string;
    /** Member accounts; absent: every account of the environment. */
    readonly accounts?: readonly string[];
  };
}

export type ContextValue = string | number | boolean | readonly string[];

export interface AccessRequest {
  /** ARN, service principal, or nobody. */
  readonly principal: string | { readonly type: 'Anonymous' };
  /** `service:Action`. */
  readonly action: string;
  /** ARN of key or alias; `alias/name` or a bare key id (both resolve in the caller's account); `*`. */
  readonly resource: string;
  readonly resourceAccount?: string;
  /** Condition keys known from outside. A value here wins over one that the engine derives. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** The service that calls for the principal: `s3` or `s3.us-west-2.amazonaws.com`. */
  readonly viaService?: string;
  readonly vpcEndpoint?: string;
  readonly sourceIp?: string;
  /** ISO 8601; `aws:CurrentTime`. */
  readonly time?: string;
  readonly grantTokens?: readonly string[];
  /** RetireGrant: which grant. */
  readonly grantId?: string;
  /** ARN of the second key: destination of ReEncrypt, new target of UpdateAlias. */
  readonly secondResource?: string;
}

export type Verdict = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied' | 'NotSimulated';

/** One of the checks, in the order AWS makes them. */
export type StepCode =
  | 'resource'
  | 'explicitDeny'
  | 'resourceControlPolicies'
  | 'serviceControlPolicies'
  | 'keyPolicy'
  | 'resourcePolicy'
  | 'grants'
  | 'identityPolicies'
  | 'crossAccount'
  | 'permissionsBoundary'
  | 'sessionPolicies'
  | 'vpcEndpointPolicies';

/**
 * What a step found. `allows`: says yes; `delegates`: yes, if the caller's IAM policies say yes;
 * `denies`: an explicit no; `silent`: nobody said yes here; `passes`: nothing stands in the way;
 * `notConsulted`: does not apply or cannot change the outcome.
 */
export type StepOutcome =
  | 'allows'
  | 'delegates'
  | 'denies'
  | 'silent'
  | 'passes'
  | 'notConsulted'
  | 'notSimulated';

export interface PolicyRef {
  readonly kind: PolicyKind;
  /** Position among the policies of its kind. */
  readonly index: number;
  readonly name: string;
  readonly text: string;
  readonly problems: readonly PolicyProblem[];
}

/** One element of a statement held against the request. */
export interface ElementResult {
  readonly element: 'Principal' | 'Action' | 'Resource' | 'Condition';
  readonly matched: boolean;
  /** `NotAction` and its like, and operators such as `StringNotEquals`: all but the expected fits. */
  readonly negated: boolean;
  readonly range: TextRange;
  /** What the statement asks for, as written. */
  readonly expected: readonly string[];
  /** What the request brought; empty when the key was absent. */
  readonly found: readonly string[];
  readonly operator?: string;
  readonly key?: string;
}

export interface StatementResult {
  /** Index into `Decision.policies`. */
  readonly policy: number;
  /** Index of the statement in its document. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly range: TextRange;
  readonly matched: boolean;
  /** Elements in the order they are checked, up to and including the first that fails. */
  readonly elements: readonly ElementResult[];
  /** 0 (nothing fits) to 1 (matched): how many of the statement's elements fit. */
  readonly nearness: number;
}

export interface GrantResult {
  readonly grantId: string;
  readonly matched: boolean;
  readonly failed?: 'grantee' | 'operation' | 'constraint' | 'token' | 'sourceArn' | 'childGrant';
}

export interface Step {
  readonly code: StepCode;
  readonly outcome: StepOutcome;
  /** This step is why the verdict is what it is. */
  readonly decisive: boolean;
  readonly statements: readonly StatementResult[];
  readonly grants?: readonly GrantResult[];
  readonly data: Readonly<Record<string, string>>;
}

/** Something the reader should know about how far the answer reaches. */
export interface Note {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Decision {
  readonly verdict: Verdict;
  /** AWS's own sentence for a denial; null when allowed. */
  readonly message: string | null;
  readonly steps: readonly Step[];
  /** The documents that `StatementResult.policy` points into. */
  readonly policies: readonly PolicyRef[];
  /** Questions that AWS's documentation leaves open and inputs that are not simulated. */
  readonly notes: readonly Note[];
  /** An operation that asks several permissions is decided part by part; all must be allowed. */
  readonly parts?: readonly DecisionPart[];
}

export interface DecisionPart {
  readonly action: string;
  readonly resource: string;
  readonly decision: Decision;
}

export interface Authorizer {
  /** Verdict only; the same answer as `explain`, faster. */
  decide(request: AccessRequest): Verdict;
  explain(request: AccessRequest): Decision;
}
