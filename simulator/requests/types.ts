import type { AccessRequest, Verdict } from '../authorize/types.ts';
import type { PolicyKind } from '../policy/types.ts';

/** Something that a request needs, or that AWS knows, and that could not be read. */
export type UnreadPart =
  | 'principal'
  | 'action'
  | 'resource'
  | 'secondResource'
  /** The sentence ends before it says why. */
  | 'reason'
  /** S3 says "Access Denied" and no more. */
  | 'accessDeniedWithoutDetails'
  /** A service says that it may not use the key, not for whom. */
  | 'detailsKeptByService'
  /** A record of something that AWS did by itself: nobody asked for permission. */
  | 'serviceEvent'
  | 'encryptionContext'
  | 'sourceIp'
  | 'outcome'
  | 'notText'
  | 'notJson'
  | 'notAnEvent';

/** The answer that AWS gave. */
export interface ExpectedAnswer {
  readonly verdict?: Verdict;
  /** The kind of policy that AWS put it down to. */
  readonly policy?: PolicyKind;
  readonly policyArn?: string;
}

export interface ReadRequest {
  readonly request: Partial<AccessRequest>;
  readonly expected?: ExpectedAnswer;
  readonly unread: readonly UnreadPart[];
}
