/*
 * The order in which AWS looks at policies, and what each answer means. One pass serves the bare
 * verdict and the trace: with a recorder every step is written down, without one nothing is kept.
 */
import { Reach } from '../match/principal.ts';
import type { ReadVariable } from '../match/variables.ts';
import type { Call } from './call.ts';
import { carriesToken, examineGrant, type GrantAnswer, mayRetire } from './grants.ts';
import { Inquiry, type Judgement } from './inquiry.ts';
import { limitsOfCaller, limitsOfOrganization } from './limits.ts';
import { type BlamedPolicy, denialMessage, notFoundMessage } from './message.ts';
import { type Plan, planForCall, type SetView } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { Grant, StepCode } from './types.ts';

/** Calls for which a role's trust policy, like a key policy, must agree in any case. */
const trustActions = new Set(['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity']);

const allowed: Judgement = { verdict: 'Allowed', message: null };

/** Decides one call. */
export function judge(call: Call, prepared: Plan, read: ReadVariable, recorder: Recorder | null): Judgement {
  const plan = planForCall(prepared, call);
  const { missing } = call.target;
  if (missing !== null) {
    recorder?.step('resource', 'silent', { missing, requested: call.request.resource }, true);
    return { verdict: 'ImplicitlyDenied', message: recorder ? notFoundMessage(call) : null };
  }
  recorder?.step('resource', 'passes', { requested: call.request.resource, resource: call.target.resource });
  const asked = new Judge(call, plan, read, recorder);
  const denier = explicitDeny(asked);
  recorder?.denies(plan, denier);
  if (denier !== null) {
    return { verdict: 'ExplicitlyDenied', message: recorder ? denialMessage(call, denier, true) : null };
  }
  return asked.decide();
}

/** The first kind of policy that denies; AWS names only one of them. */
function explicitDeny(inquiry: Inquiry): BlamedPolicy | null {
  const { rcpLevels, scpLevels, resource, identity, boundary, session, endpoint } = inquiry.plan;
  const denies = (view: SetView | null) => inquiry.denying(view);
  if (rcpLevels.some(denies)) return 'rcp';
  if (scpLevels.some(denies)) return 'scp';
  if (denies(resource)) return 'key';
  if (denies(identity)) return 'identity';
  if (denies(boundary)) return 'boundary';
  if (denies(session)) return 'session';
  return denies(endpoint) ? 'endpoint' : null;
}

const noGrants: readonly Grant[] = [];

/** The second half: nothing denies explicitly; who says yes? */
class Judge extends Inquiry {
  private readonly sameAccount: boolean;
  /** A grant to the very caller is what allows the call. */
  private byGrant = false;

  constructor(call: Call, plan: Plan, read: ReadVariable, recorder: Recorder | null) {
    super(call, plan, read, recorder);
    this.sameAccount = call.caller.account === null || call.caller.account === call.target.account;
  }

  decide(): Judgement {
    return limitsOfOrganization(this) ?? this.borders() ?? this.basis() ?? allowed;
  }

  /** What no policy can allow across accounts. */
  private borders(): Judgement | null {
    if (this.sameAccount) return null;
    const { action, target, caller } = this.call;
    const { row } = action;
    const data = {
      caller: caller.account ?? '',
      owner: target.account,
      action: action.full,
      service: action.service,
    };
    const closed =
      row === null
        ? null
        : !row.crossAccount
          ? 'operation'
          : target.key.manager === 'AWS'
            ? 'awsManagedKey'
            : null;
    if (closed === null) {
      this.recorder?.step('crossAccount', 'passes', data);
      return null;
    }
    this.recorder?.step('crossAccount', 'silent', { ...data, closed });
    return this.denied('crossAccount', target.byIdentityAlone ? 'identity' : 'key');
  }

  /** The yes itself, and the policies that limit it. */
  private basis(): Judgement | null {
    const { action } = this.call;
    if (this.call.target.byIdentityAlone) return this.byIdentityAlone();
    if (action.row && action.name === 'RetireGrant') return this.byRetiring();
    if (action.row || trustActions.has(action.lowerCase)) return this.byRootOfTrust();
    return this.byEitherPolicy();
  }

  /** The root user of an account may do all in it that no other policy forbids. */
  private identityAllows(): boolean {
    if (this.call.caller.kind === 'root') {
      if (!this.sameAccount) this.recorder?.note('rootUserOfAnotherAccount');
      this.recorder?.step('identityPolicies', 'allows', { root: 'true' });
      return true;
    }
    const allows = this.allowing(this.plan.identity) !== Reach.none;
    this.recorder?.set('identityPolicies', allows ? 'allows' : 'silent', this.plan.identity);
    return allows;
  }

  private byIdentityAlone(): Judgement | null {
    this.recorder?.step('keyPolicy', 'notConsulted', { reason: this.call.action.row?.resource ?? 'account' });
    if (!this.identityAllows()) return this.denied('identityPolicies', 'identity');
    this.recorder?.decisive('identityPolicies');
    return this.limits(false);
  }

  /** KMS keys (and role trust): nothing is allowed unless the resource's own policy, or a grant, says so. */
  private byRootOfTrust(): Judgement | null {
    const { recorder, call, plan } = this;
    const step: StepCode = call.action.row ? 'keyPolicy' : 'resourcePolicy';
    const reach = call.caller.kind === 'anonymous' ? Reach.none : this.allowing(plan.resource);
    recorder?.set(step, reachOutcome(reach, this.sameAccount), plan.resource);
    const grant = call.action.row ? this.grants() : null;
    const direct = grant?.through === 'caller' || (this.sameAccount && reach >= Reach.role);
    if (direct) {
      const byPolicy = this.sameAccount && reach >= Reach.role;
      this.byGrant = !byPolicy;
      recorder?.decisive(byPolicy ? step : 'grants');
      if (this.plan.identity) recorder?.set('identityPolicies', 'notConsulted', this.plan.identity);
      return this.limits(byPolicy && reach === Reach.direct);
    }
    if (call.caller.account === null) return this.denied(step, 'key');
    if (reach === Reach.none && grant?.through !== 'account') {
      if (this.plan.identity) recorder?.set('identityPolicies', 'notConsulted', this.plan.identity);
      return this.denied(step, 'key');
    }
    if (!this.identityAllows()) return this.denied('identityPolicies', 'identity');
    recorder?.decisive(reach === Reach.none ? 'grants' : step);
    recorder?.decisive('identityPolicies');
    return this.limits(false);
  }

  /** Any other service: in one account either side is enough, across accounts both are needed. */
  private byEitherPolicy(): Judgement | null {
    const { recorder, plan, call } = this;
    if (!call.request.resourceAccount && !call.target.arn?.account) {
      recorder?.note('ownerAssumed', { account: call.target.account });
    }
    const reach = this.allowing(plan.resource);
    if (plan.resource) {
      recorder?.set('resourcePolicy', reachOutcome(reach, this.sameAccount), plan.resource);
    } else recorder?.step('resourcePolicy', 'notConsulted', { reason: 'none' });
    if (call.caller.account === null) {
      if (reach === Reach.none) return this.denied('resourcePolicy', 'resource');
      recorder?.decisive('resourcePolicy');
      return this.limits(false);
    }
    const byIdentity = this.identityAllows();
    if (!this.sameAccount) {
      if (reach === Reach.none) return this.denied('resourcePolicy', 'resource');
      if (!byIdentity) return this.denied('identityPolicies', 'identity');
      recorder?.decisive('resourcePolicy');
      recorder?.decisive('identityPolicies');
      return this.limits(false);
    }
    if (reach >= Reach.role) {
      recorder?.decisive('resourcePolicy');
      return this.limits(reach === Reach.direct);
    }
    if (!byIdentity) return this.denied('identityPolicies', 'identity');
    recorder?.decisive('identityPolicies');
    return this.limits(false);
  }

  /** The grant itself says who may retire it; an account among them may pass that on by IAM policy. */
  private byRetiring(): Judgement | null {
    const { recorder, call } = this;
    recorder?.step('keyPolicy', 'notConsulted', { reason: 'retireGrant' });
    const grants = this.grantsToRetire();
    const answers = grants.map((grant) => mayRetire(grant, call));
    recorder?.grants(
      answers.includes('caller') ? 'allows' : answers.includes('account') ? 'delegates' : 'silent',
      grants.map((grant, i) =>
        answers[i]
          ? { grantId: grant.grantId, matched: true }
          : { grantId: grant.grantId, matched: false, failed: 'grantee' },
      ),
      { retiring: 'true' },
    );
    if (answers.includes('caller')) {
      recorder?.decisive('grants');
      return this.limits(false);
    }
    if (!answers.includes('account')) return this.denied('grants', 'key');
    if (!this.identityAllows()) return this.denied('identityPolicies', 'identity');
    recorder?.decisive('grants');
    recorder?.decisive('identityPolicies');
    return this.limits(false);
  }

  /** The grant that the request names, by id or token; a token also leads to a grant not yet known everywhere. */
  private grantsToRetire(): readonly Grant[] {
    const { environment, request } = this.call;
    const { grantId, grantTokens = [] } = request;
    const all = environment.grants ?? noGrants;
    if (grantId === undefined && grantTokens.length === 0 && all.length > 1)
      this.recorder?.note('grantNotNamed');
    return all.filter((grant) => {
      const byToken = carriesToken(grant, this.call);
      if (grantId !== undefined) return grant.grantId === grantId && (!grant.pending || byToken);
      return grantTokens.length > 0 ? byToken : !grant.pending;
    });
  }

  private grants(): GrantAnswer | null {
    const grants = this.call.environment.grants ?? noGrants;
    const { recorder } = this;
    let best: GrantAnswer | null = null;
    const all: GrantAnswer[] = [];
    for (const grant of grants) {
      const answer = examineGrant(grant, this.call);
      if (recorder) all.push(answer);
      if (answer.through === 'caller' || (answer.through === 'account' && best === null)) best = answer;
      if (best?.through === 'caller' && !recorder) break;
    }
    if (recorder) {
      const outcome =
        grants.length === 0
          ? 'notConsulted'
          : best?.through === 'caller'
            ? 'allows'
            : best
              ? 'delegates'
              : 'silent';
      recorder.grants(outcome, all);
      if (best?.through === 'account') recorder.note('grantToAccount', { grant: best.grantId });
      if (best && this.call.action.name === 'CreateGrant' && !this.call.given?.has('kms:grantoperations')) {
        recorder.note('childGrantNotGiven');
      }
    }
    return best;
  }

  /** @param exempt the resource's policy named the very caller, which boundary and session do not limit */
  private limits(exempt: boolean): Judgement | null {
    return limitsOfCaller(this, { exempt, byGrant: this.byGrant });
  }
}

function reachOutcome(reach: Reach, sameAccount: boolean) {
  if (reach === Reach.none) return 'silent' as const;
  return reach === Reach.account || !sameAccount ? ('delegates' as const) : ('allows' as const);
}
