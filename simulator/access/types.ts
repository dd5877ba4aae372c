import type { AccessRequest, Decision, Note, StepCode, Verdict } from '../authorize/types.ts';

/**
 * Where a principal was met. `account`: a stand-in for the identities of an account, of which none is
 * known; `root`: the root user, beside known identities; `outsider`: somebody of an account that nothing
 * names; `condition`: an example of who fits a condition; `asked`: named by whoever asks.
 */
export type PrincipalOrigin =
  | 'caller'
  | 'keyPolicy'
  | 'grant'
  | 'condition'
  | 'account'
  | 'root'
  | 'outsider'
  | 'asked';

export interface KnownPrincipal {
  /** ARN or service principal; a made-up one where it stands for others. */
  readonly principal: string;
  readonly origin: PrincipalOrigin;
  /** Null for service principals. */
  readonly account: string | null;
  /** Its IAM policies are not known; taken to allow all of KMS. */
  readonly assumed: boolean;
}

export interface MatrixCell {
  readonly verdict: Verdict;
  /** The step that decided; found out when first asked for. Null when nothing could be decided. */
  readonly step: StepCode | null;
}

export interface MatrixRow {
  readonly principal: KnownPrincipal;
  /** In the order of the matrix's actions. */
  readonly cells: readonly MatrixCell[];
}

export interface AccessMatrix {
  readonly actions: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** The request that a cell stands for, decided with its trace. */
  explain(principal: string, action: string): Decision;
  /** Policies that AWS would refuse, so that nothing is decided. */
  readonly notes: readonly Note[];
}

export interface AccessQuestion {
  /** ARNs and service principals; absent: all that the environment knows. */
  readonly principals?: readonly string[];
  /** To be asked about besides, if not among them: a session counts as its role. */
  readonly also?: readonly string[];
  /** `kms:Action`; absent: all of KMS. */
  readonly actions?: readonly string[];
}

/** An action that is allowed on one side only, with a request that shows it. */
export interface ChangedAction {
  readonly action: string;
  readonly witness: AccessRequest;
}

/** What one principal gains or loses under the same conditions. */
export interface AccessChange {
  readonly principal: KnownPrincipal;
  /** Condition keys that the request must bring; empty: a plain request is enough. */
  readonly conditions: Readonly<Record<string, string>>;
  readonly actions: readonly ChangedAction[];
}

/** A condition of a policy that was not tried out, and why. */
export interface Unexplored {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** `keyFact`: what is known of the key decides it; `variable`: its value follows from the caller. */
  readonly reason: 'keyFact' | 'variable' | 'value' | 'tooMany';
}

export interface AccessDiff {
  readonly gains: readonly AccessChange[];
  readonly losses: readonly AccessChange[];
  readonly unexplored: readonly Unexplored[];
  /** Policies that AWS would refuse, before or after: nothing was compared. */
  readonly notes: readonly Note[];
}
