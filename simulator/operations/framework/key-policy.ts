/* What KMS looks at before it takes a key policy. */
import { lockoutSafetyCheck } from '../../authorize/lockout.ts';
import { resourceQuotas } from '../../catalog/quotas.ts';
import type { OperationName } from '../../catalog/types.ts';
import { parseCaller } from '../../match/caller.ts';
import { parsePolicy } from '../../policy/parse.ts';
import type { ParsedPolicy, PolicyProblemCode, PrincipalEntry } from '../../policy/types.ts';
import type { Draft } from '../../world/draft.ts';
import type { Call } from './call.ts';
import { environmentFor, identityOf } from './environment.ts';
import { Refusal, refuse } from './refusal.ts';

/** Statements that have no effect are taken all the same. */
const accepted: readonly PolicyProblemCode[] = ['MISSING_ACTION', 'MISSING_RESOURCE'];

interface PolicyRequest {
  readonly Policy?: string | undefined;
  readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined;
}

/**
 * Refuses a key policy that is malformed, names nobody, or would lock the caller out.
 * @param keyArn of the key that is to have it
 */
export function checkKeyPolicy<Op extends OperationName>(
  call: Call<Op>,
  policy: string,
  keyArn: string,
): void {
  const parsed = parsePolicy(policy, 'key');
  checkGrammar(parsed);
  checkPrincipals(call.draft, parsed);
  const { BypassPolicyLockoutSafetyCheck: bypass = false }: PolicyRequest = call.input;
  const { caller, draft } = call;
  const key = draft.get('keys', keyArn);
  // Of the key, its tags, aliases and the like count; its grants give no PutKeyPolicy. RCPs are left out: no source says
  // that the check looks at them, and where they deny, they have denied the call itself.
  const { key: facts = { arn: keyArn } } = key === undefined ? {} : environmentFor(draft, caller, key);
  const check = lockoutSafetyCheck(
    { ...environmentFor(draft, caller, null), key: facts },
    {
      principal: caller.given.arn,
      policy,
      bypass,
      ...(caller.given.viaService !== undefined && { viaService: caller.given.viaService }),
      ...(caller.given.context && { context: caller.given.context }),
    },
  );
  if (!check.accepted) {
    throw new Refusal('MalformedPolicyDocumentException', check.message ?? '', check.decision);
  }
}

function checkGrammar({ problems, document }: ParsedPolicy): void {
  const errors = problems.filter(({ severity, code }) => severity === 'error' && !accepted.includes(code));
  const has = (code: PolicyProblemCode) => errors.some((problem) => problem.code === code);
  if (has('POLICY_TOO_LARGE')) refuse('policyTooLong', { limit: resourceQuotas.keyPolicySize.limit });
  if (has('MISSING_PRINCIPAL')) refuse('policyNoPrincipal');
  if (has('UNSUPPORTED_PRINCIPAL') || has('INVALID_PRINCIPAL_TYPE')) refuse('policyInvalidPrincipal');
  const [first] = errors;
  if (first !== undefined) refuse('policyMalformed', { problem: first.code });
  if (document === null) refuse('policyMalformed', { problem: 'JSON_SYNTAX_ERROR' });
}

function checkPrincipals(draft: Draft, { document }: ParsedPolicy): void {
  for (const { principal } of document?.statements ?? []) {
    if (principal?.values.some((entry) => !exists(draft, entry))) refuse('policyInvalidPrincipal');
  }
}

/** Accounts that the world does not hold are taken on trust; in those that it holds, the principal must be there. */
function exists(draft: Draft, { type, value }: PrincipalEntry): boolean {
  if (type !== 'AWS' || value === '*') return true;
  const named = parseCaller(value);
  if (named === null) return false;
  const account = named.account === null ? undefined : draft.get('accounts', named.account);
  if (account === undefined || named.kind === 'root' || named.kind === 'federatedUser') return true;
  if (named.kind !== 'roleSession') return account.identities.some(({ arn }) => arn === value);
  return identityOf(account, named.roleArn ?? '', named.name) !== undefined;
}
