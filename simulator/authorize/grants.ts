import { parseArn } from '../match/arn.ts';
import { type ParsedCaller, parseCaller } from '../match/caller.ts';
import type { Call } from './call.ts';
import { encryptionContextPairs } from './context-keys.ts';
import type { Grant, GrantResult } from './types.ts';

/** Whether a grant serves the call, and through what: the caller itself or the caller's account. */
export interface GrantAnswer extends GrantResult {
  readonly through: 'caller' | 'account' | null;
}

/** Operations that a grant may contain although its encryption-context constraint says nothing of them. */
const ignoresContext = new Set(['DescribeKey', 'RetireGrant']);

/** Holds one grant against a call. Source: KMS Developer Guide "Grants in AWS KMS", API CreateGrant. */
export function examineGrant(grant: Grant, call: Call): GrantAnswer {
  const { grantId } = grant;
  const failed = (reason: NonNullable<GrantResult['failed']>): GrantAnswer => ({
    grantId,
    matched: false,
    failed: reason,
    through: null,
  });
  const through = granteeOf(grant, call.caller, call.subject.knowsPath);
  if (through === null) return failed('grantee');
  // No grant can contain such an operation: CreateGrant would have refused it.
  if (!call.action.row?.grantable || !grant.operations.includes(call.action.name)) return failed('operation');
  if (grant.pending && !carriesToken(grant, call)) return failed('token');
  if (!fitsSourceArn(grant, call)) return failed('sourceArn');
  if (call.action.name === 'CreateGrant') {
    if (!isNarrower(grant, call)) return failed('childGrant');
  } else if (!fitsContext(grant, call)) return failed('constraint');
  return { grantId, matched: true, through };
}

function granteeOf(grant: Grant, caller: ParsedCaller, knowsPath: boolean): GrantAnswer['through'] {
  if (grant.granteeServicePrincipal !== undefined) {
    return isService(caller, grant.granteeServicePrincipal) ? 'caller' : null;
  }
  return grant.granteePrincipal === undefined ? null : reaches(grant.granteePrincipal, caller, knowsPath);
}

function isService(caller: ParsedCaller, name: string): boolean {
  return caller.kind === 'service' && caller.name.toLowerCase() === name.toLowerCase();
}

/** Whether a principal named by a grant is the caller, or the caller's account. */
export function reaches(principal: string, caller: ParsedCaller, knowsPath: boolean): GrantAnswer['through'] {
  const instance = /^(\d{12}):(aws:ec2-infrastructure):(.+)$/.exec(principal);
  if (instance !== null) {
    // How EC2 names itself in the grants it uses for the volumes of an instance.
    const [, account, role, session] = instance;
    return caller.account === account && caller.arn.endsWith(`:assumed-role/${role}/${session}`)
      ? 'caller'
      : null;
  }
  const named = parseCaller(principal);
  if (named === null) return null;
  if (named.kind === 'service') return isService(caller, named.name) ? 'caller' : null;
  if (named.account !== caller.account) return null;
  if (named.kind === 'root') return caller.kind === 'root' ? 'caller' : 'account';
  if (named.kind === 'role' && caller.roleArn !== null) {
    const same = knowsPath ? named.arn === caller.roleArn : named.name === caller.name;
    return same ? 'caller' : null;
  }
  return named.arn === caller.arn ? 'caller' : null;
}

/** Until a new grant is known everywhere, only its token makes it count. */
export function carriesToken({ grantToken, grantId }: Grant, { request }: Call): boolean {
  return request.grantTokens?.includes(grantToken ?? grantId) ?? false;
}

function fitsSourceArn({ constraints }: Grant, call: Call): boolean {
  const wanted = constraints?.SourceArn;
  if (wanted === undefined || call.action.name === 'RetireGrant') return true;
  const madeByService =
    call.caller.kind === 'service' ||
    call.request.viaService !== undefined ||
    call.given?.has('kms:viaservice');
  return Boolean(madeByService) && call.given?.get('aws:sourcearn')?.[0] === wanted;
}

type Pairs = Readonly<Record<string, string>>;

function fitsContext({ constraints }: Grant, call: Call): boolean {
  const equals = constraints?.EncryptionContextEquals;
  const subset = constraints?.EncryptionContextSubset;
  if ((!equals && !subset) || ignoresContext.has(call.action.name)) return true;
  if (!call.action.row?.encryptionContext) return false;
  const sent = Object.fromEntries(encryptionContextPairs(call));
  return equals ? samePairs(equals, sent) : contains(sent, subset ?? {});
}

function contains(all: Pairs, some: Pairs): boolean {
  return Object.entries(some).every(([name, value]) => Object.hasOwn(all, name) && all[name] === value);
}

function samePairs(a: Pairs, b: Pairs): boolean {
  return contains(a, b) && contains(b, a);
}

/**
 * Whether the grant about to be made is no wider than the one that allows making it: a subset of its
 * operations, constraints at least as strict. What the request does not tell is not held against it.
 */
function isNarrower(parent: Grant, call: Call): boolean {
  const operations = call.given?.get('kms:grantoperations');
  if (operations && !operations.every((name) => parent.operations.includes(name))) return false;
  const {
    EncryptionContextEquals: equals,
    EncryptionContextSubset: subset,
    SourceArn,
  } = parent.constraints ?? {};
  if (SourceArn !== undefined && call.given?.get('kms:grantconstraintsourcearn')?.[0] !== SourceArn)
    return false;
  if (!equals && !subset) return true;
  const type = call.given?.get('kms:grantconstrainttype')?.[0];
  const pairs = Object.fromEntries(encryptionContextPairs(call));
  if (equals) return type === 'EncryptionContextEquals' && samePairs(equals, pairs);
  return (
    (type === 'EncryptionContextEquals' || type === 'EncryptionContextSubset') &&
    contains(pairs, subset ?? {})
  );
}

/** How a caller may retire a grant without any policy, or through its account with an IAM policy. */
export function mayRetire(grant: Grant, call: Call): GrantAnswer['through'] {
  const { caller, knowsPath } = call.subject;
  const answers: GrantAnswer['through'][] = [];
  if (grant.retiringServicePrincipal !== undefined && isService(caller, grant.retiringServicePrincipal)) {
    answers.push('caller');
  }
  if (grant.retiringPrincipal !== undefined)
    answers.push(reaches(grant.retiringPrincipal, caller, knowsPath));
  if (grant.operations.includes('RetireGrant')) answers.push(granteeOf(grant, caller, knowsPath));
  if (caller.account !== null && accountsOf(grant, call).includes(caller.account)) {
    answers.push(caller.kind === 'root' ? 'caller' : 'account');
  }
  return answers.includes('caller') ? 'caller' : answers.includes('account') ? 'account' : null;
}

/** The account in which the grant was made, and the one that owns the key. */
function accountsOf({ issuingAccount }: Grant, { target }: Call): readonly string[] {
  const issuer =
    issuingAccount === undefined ? undefined : (parseArn(issuingAccount)?.account ?? issuingAccount);
  return issuer === undefined ? [target.account] : [issuer, target.account];
}
