import { errorMessage } from '../catalog/error-messages.ts';
import { parseArn } from '../match/arn.ts';
import { parseCaller } from '../match/caller.ts';
import { prepareAuthorizer } from './authorize.ts';
import type { AccessRequest, Decision, Environment, PolicyInput } from './types.ts';

/** A call of PutKeyPolicy, CreateKey or ReplicateKey, as far as the check looks at it. */
export interface LockoutQuestion {
  readonly principal: AccessRequest['principal'];
  /** The key policy to be. */
  readonly policy: PolicyInput;
  /** `BypassPolicyLockoutSafetyCheck`. */
  readonly bypass?: boolean;
  readonly viaService?: string;
  readonly context?: AccessRequest['context'];
}

export interface LockoutResult {
  /** The caller could change the policy again. */
  readonly safe: boolean;
  /** The call goes through: it is safe, or the check was skipped. */
  readonly accepted: boolean;
  /** The later PutKeyPolicy. */
  readonly decision: Decision;
  /** AWS's sentence, a MalformedPolicyDocumentException; null unless the check refuses. */
  readonly message: string | null;
}

const newKey = 'key/00000000-0000-0000-0000-000000000000';

/**
 * The check that KMS makes before it takes a key policy: may the calling principal make a later
 * PutKeyPolicy under it? Its IAM policies count where the new policy lets them.
 * Source: KMS API CreateKey, PutKeyPolicy, ReplicateKey; Developer Guide "Default key policy".
 */
export function lockoutSafetyCheck(environment: Environment, question: LockoutQuestion): LockoutResult {
  const { principal, policy, bypass = false, viaService, context } = question;
  const arn = environment.key?.arn ?? arnOfNewKey(principal);
  const decision = prepareAuthorizer({
    ...environment,
    key: { ...environment.key, arn },
    resourcePolicy: policy,
  }).explain({
    principal,
    action: 'kms:PutKeyPolicy',
    resource: arn,
    ...(viaService !== undefined && { viaService }),
    ...(context && { context }),
  });
  const safe = decision.verdict === 'Allowed';
  // A policy that could not be held against the request fails for another reason than this.
  const locksOut = !safe && !bypass && decision.verdict !== 'NotSimulated';
  return {
    safe,
    accepted: safe || (bypass && decision.verdict !== 'NotSimulated'),
    decision,
    message: locksOut ? errorMessage('policyLockout') : null,
  };
}

function arnOfNewKey(principal: AccessRequest['principal']): string {
  const caller = parseCaller(principal);
  const partition = parseArn(caller?.arn ?? '')?.partition ?? 'aws';
  return `arn:${partition}:kms:us-east-1:${caller?.account ?? '000000000000'}:${newKey}`;
}
