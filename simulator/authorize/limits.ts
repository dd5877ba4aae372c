/* Policies that give nothing, and of which one is enough to take back what others gave. */
import { Reach } from '../match/principal.ts';
import type { Call } from './call.ts';
import type { Inquiry, Judgement } from './inquiry.ts';
import type { SetView } from './plan.ts';
import type { StatementResult, StepCode } from './types.ts';

/** RCPs always hold RCPFullAWSAccess, so that they can only deny; each level of SCPs must allow. */
export function limitsOfOrganization(inquiry: Inquiry): Judgement | null {
  const { recorder, plan } = inquiry;
  const { rcpLevels, scpLevels } = plan;
  recorder?.step('resourceControlPolicies', rcpLevels.length > 0 ? 'passes' : 'notConsulted', {
    levels: `${rcpLevels.length}`,
  });
  const silent = scpLevels.findIndex((level) => inquiry.allowing(level) === Reach.none);
  if (recorder) {
    const outcome = scpLevels.length === 0 ? 'notConsulted' : silent >= 0 ? 'silent' : 'passes';
    recorder.levels('serviceControlPolicies', outcome, scpLevels, silent);
  }
  return silent >= 0 ? inquiry.denied('serviceControlPolicies', 'scp') : null;
}

/** How the call came to be allowed so far. */
interface Basis {
  /** The resource's policy named the very caller, which boundary and session do not limit. */
  readonly exempt: boolean;
  /** A grant to the very caller is what allows the call. */
  readonly byGrant: boolean;
}

/** Boundary, session and endpoint policies must agree. */
export function limitsOfCaller(inquiry: Inquiry, basis: Basis): Judgement | null {
  const { boundary, session, endpoint } = inquiry.plan;
  return (
    limit(inquiry, 'permissionsBoundary', 'boundary', boundary, basis) ??
    federation(inquiry, basis) ??
    limit(inquiry, 'sessionPolicies', 'session', session, basis) ??
    limit(inquiry, 'vpcEndpointPolicies', 'endpoint', endpoint, { ...basis, exempt: false })
  );
}

/** A federated user without a session policy has no permissions of its own. Source: API GetFederationToken. */
function federation(inquiry: Inquiry, { exempt, byGrant }: Basis): Judgement | null {
  const { call, plan, recorder } = inquiry;
  if (call.caller.kind !== 'federatedUser' || plan.session !== null || exempt) return null;
  if (byGrant) {
    recorder?.note('grantWithinLimit', { limit: 'sessionPolicies' });
    return null;
  }
  recorder?.step('sessionPolicies', 'silent', { federated: 'true' });
  return inquiry.denied('sessionPolicies', 'session');
}

function limit(
  inquiry: Inquiry,
  step: StepCode,
  kind: 'boundary' | 'session' | 'endpoint',
  set: SetView | null,
  basis: Basis,
): Judgement | null {
  const { recorder } = inquiry;
  const { exempt } = basis;
  if (set === null) {
    recorder?.step(step, 'notConsulted', { reason: 'none' });
    return null;
  }
  const allows = inquiry.allowing(set) !== Reach.none;
  if (recorder) {
    if (!allows) noteOpenLimit(inquiry, step, basis);
    const outcome = allows ? 'passes' : exempt ? 'notConsulted' : 'silent';
    recorder.set(step, outcome, set, exempt ? { exempt: 'true' } : {});
  }
  return allows || exempt ? null : inquiry.denied(step, kind);
}

/** Limits that AWS documents for named principals only. */
function noteOpenLimit({ recorder, call }: Inquiry, step: StepCode, { exempt, byGrant }: Basis): void {
  const source = recorder?.steps.find(
    ({ code, outcome }) => outcome === 'allows' && (code === 'keyPolicy' || code === 'resourcePolicy'),
  );
  if (exempt && source && !source.statements.some((statement) => isDocumentedExemption(statement, call))) {
    recorder?.note('wildcardBeyondLimit', { limit: step });
  }
  if (!exempt && byGrant) recorder?.note('grantWithinLimit', { limit: step });
}

/** Whether AWS documents that boundary and session policy do not limit what this statement allows to the caller. */
function isDocumentedExemption({ matched, elements }: StatementResult, { caller }: Call): boolean {
  if (!matched) return false;
  const principal = elements.find(({ element }) => element === 'Principal');
  if (principal === undefined || principal.negated) return false;
  if (principal.expected.includes(caller.arn) && caller.kind !== 'role') return true;
  return (
    principal.expected.includes('*') && elements.some(({ key }) => key?.toLowerCase() === 'aws:principalarn')
  );
}
