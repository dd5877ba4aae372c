import type { AccessDiff } from '../access/types.ts';
import type { AccessRequest, Environment, Grant, Note } from '../authorize/types.ts';
import type { PolicyKind, TextRange } from '../policy/types.ts';

export type PolicyChangeCode =
  | 'addAction'
  | 'addPrincipal'
  | 'fixResource'
  | 'widenCondition'
  | 'removeCondition'
  | 'exceptCaller'
  | 'exceptServices'
  | 'removeActionFromDeny'
  | 'removeDeny'
  | 'addStatement'
  | 'addAccountStatement'
  | 'addIdentityPolicy';

export type RequestChangeCode =
  | 'useKeyArn'
  | 'useAlias'
  | 'callThroughService'
  | 'useEndpoint'
  | 'sendEncryptionContext'
  | 'sendGrantToken'
  | 'changeRequest';

export type ChangeCode = PolicyChangeCode | RequestChangeCode | 'createGrant';

type Data = Readonly<Record<string, string>>;

/** Another text for a policy, or a policy more. */
export interface PolicyChange {
  readonly type: 'policy';
  readonly code: PolicyChangeCode;
  readonly data: Data;
  readonly kind: PolicyKind;
  /** Position among the policies of its kind, as in `Decision.policies`; of a new policy, in the list it joins. */
  readonly index: number;
  readonly isNew: boolean;
  /** The listed caller that it belongs to. */
  readonly caller: string | null;
  /** The key, where it is not the environment's own. */
  readonly keyArn?: string;
  readonly text: string;
  /** What is new in the text; empty where something was taken away. */
  readonly range: TextRange;
}

export interface GrantChange {
  readonly type: 'grant';
  readonly code: 'createGrant';
  readonly data: Data;
  readonly grant: Grant;
}

export interface RequestChange {
  readonly type: 'request';
  readonly code: RequestChangeCode;
  readonly data: Data;
  readonly request: AccessRequest;
}

export type Change = PolicyChange | GrantChange | RequestChange;

/** Changes that, taken together, let the request pass. */
export interface WayToAllow {
  /** Of the first change. */
  readonly code: ChangeCode;
  readonly data: Data;
  /** Mostly one; several where more than one policy stands in the way. */
  readonly changes: readonly Change[];
  /** The request, where it had to change. */
  readonly request?: AccessRequest;
  readonly environment: Environment;
  /** What the changes open and close, to everybody. */
  readonly effect: AccessDiff;
  /** The authorizer allows the request in the changed environment. */
  readonly verified: true;
}

export interface Advice {
  /** Those that open least come first. */
  readonly ways: readonly WayToAllow[];
  /** Why nothing can be done; null when there are ways, or nothing needs doing. */
  readonly impossible: Note | null;
}
