import { type Call, type CallProblem, RequestReader } from './call.ts';
import { type CompiledEnvironment, compileEnvironment } from './compile.ts';
import { Reaches, variableReader } from './examine.ts';
import { environmentProblem, requestProblem } from './input.ts';
import { judge } from './judge.ts';
import { environmentFor } from './key-of-request.ts';
import { partsOf } from './parts.ts';
import { makePlan, type Plan } from './plan.ts';
import { Recorder } from './recorder.ts';
import type {
  AccessRequest,
  Authorizer,
  Decision,
  DecisionPart,
  Environment,
  Note,
  PolicyRef,
  Verdict,
} from './types.ts';

/**
 * Reads and prepares all policies of an environment, so that requests can be decided one after the
 * other. Never throws: what cannot be decided is answered `NotSimulated`, with a note that says why.
 */
export function prepareAuthorizer(environment: Environment): Authorizer {
  return new PreparedAuthorizer(environment);
}

class PreparedAuthorizer implements Authorizer {
  private readonly environment: Environment;
  private readonly prepared = new Map<Environment, PreparedEnvironment>();
  /** Undefined: the environment was not looked at yet. */
  private problem: string | null | undefined;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  decide(request: AccessRequest): Verdict {
    if (this.problemWith(request) !== null) return 'NotSimulated';
    const split = partsOf(request, this.environment);
    if (split === null) return this.prepare(environmentFor(request, this.environment)).decide(request);
    return leastOf(split.parts.map((part) => this.prepare(part.environment).decide(part.request)));
  }

  explain(request: AccessRequest): Decision {
    const problem = this.problemWith(request);
    if (problem !== null) return notSimulated([{ code: 'malformedInput', data: { where: problem } }], []);
    const split = partsOf(request, this.environment);
    if (split === null) return this.prepare(environmentFor(request, this.environment)).explain(request);
    const parts = split.parts.map(
      (part): DecisionPart => ({
        action: part.request.action,
        resource: part.request.resource,
        decision: this.prepare(part.environment).explain(part.request),
      }),
    );
    return joinParts(parts, split.notes);
  }

  /** The environment is a value, and does not change: it is looked at once. */
  private problemWith(request: AccessRequest): string | null {
    if (this.problem === undefined) this.problem = environmentProblem(this.environment);
    return this.problem ?? requestProblem(request);
  }

  private prepare(environment: Environment): PreparedEnvironment {
    const known = this.prepared.get(environment);
    if (known) return known;
    const made = new PreparedEnvironment(environment);
    this.prepared.set(environment, made);
    return made;
  }
}

class PreparedEnvironment {
  private readonly environment: Environment;
  private reader: RequestReader;
  /** A resource policy is read as a key policy for KMS, under IAM's general rules for other services. */
  private kms: Planner | null = null;
  private others: Planner | null = null;

  constructor(environment: Environment) {
    this.environment = environment;
    this.reader = new RequestReader(environment);
  }

  decide(request: AccessRequest): Verdict {
    const call = this.read(request);
    if (typeof call === 'string') return 'NotSimulated';
    const planner = this.plannerFor(call);
    if (planner.compiled.refused.length > 0) return 'NotSimulated';
    const read = variableReader(call);
    return judge(call, planner.planFor(call), read, null).verdict;
  }

  explain(request: AccessRequest): Decision {
    const call = this.read(request);
    if (typeof call === 'string') return cannotStart(call, request);
    const planner = this.plannerFor(call);
    const { policies, refused, invalidPrincipals } = planner.compiled;
    if (refused.length > 0) return refusedPolicies(refused, policies);
    const read = variableReader(call);
    const recorder = new Recorder(call, read);
    const { verdict, message } = judge(call, planner.planFor(call), read, recorder);
    return {
      verdict,
      message,
      steps: recorder.steps,
      policies,
      notes: [...recorder.notes, ...invalidPrincipals],
    };
  }

  private read(request: AccessRequest): Call | CallProblem {
    if (this.reader.isFull) {
      this.reader = new RequestReader(this.environment);
      this.kms?.forget();
      this.others?.forget();
    }
    return this.reader.read(request);
  }

  private plannerFor(call: Call): Planner {
    if (call.action.service === 'kms') {
      this.kms ??= new Planner(compileEnvironment(this.environment, 'kms'));
      return this.kms;
    }
    this.others ??= new Planner(compileEnvironment(this.environment, 'other'));
    return this.others;
  }
}

/** A matrix of every action for some thirty principals fits. */
const plansLimit = 2048;

/** Keeps the plans made with one set of compiled policies. */
class Planner {
  readonly compiled: CompiledEnvironment;
  private readonly plans = new Map<number, Plan>();
  private readonly reaches = new Map<number, Reaches>();

  constructor(compiled: CompiledEnvironment) {
    this.compiled = compiled;
  }

  planFor(call: Call): Plan {
    const known = this.plans.get(call.planId);
    if (known) return known;
    const plan = makePlan(call, this.compiled, this.reachesOf(call.subject.id));
    if (this.plans.size >= plansLimit) this.plans.clear();
    this.plans.set(call.planId, plan);
    return plan;
  }

  private reachesOf(subject: number): Reaches {
    let reaches = this.reaches.get(subject);
    if (reaches === undefined) {
      reaches = new Reaches();
      this.reaches.set(subject, reaches);
    }
    return reaches;
  }

  forget(): void {
    this.plans.clear();
    this.reaches.clear();
  }
}

function refusedPolicies(refused: readonly PolicyRef[], policies: readonly PolicyRef[]): Decision {
  const notes = refused.map((ref) => ({
    code: 'policyRefused',
    data: { policy: `${policies.indexOf(ref)}`, name: ref.name, problem: firstError(ref.problems) },
  }));
  return notSimulated(notes, policies);
}

/** A syntax error hides what follows it, so it comes before any other. */
function firstError(problems: PolicyRef['problems']): string {
  const syntax = problems.find(({ code }) => code === 'JSON_SYNTAX_ERROR');
  return (syntax ?? problems.find(({ severity }) => severity === 'error'))?.code ?? 'JSON_SYNTAX_ERROR';
}

function cannotStart(problem: CallProblem, request: AccessRequest): Decision {
  const { principal } = request;
  const values: Record<CallProblem, string> = {
    unknownPrincipal: typeof principal === 'string' ? principal : principal.type,
    unknownAction: request.action,
    malformedResource: request.resource,
    unknownKey: request.resource,
  };
  return notSimulated([{ code: problem, data: { value: values[problem] } }], []);
}

function notSimulated(notes: readonly Note[], policies: Decision['policies']): Decision {
  return { verdict: 'NotSimulated', message: null, steps: [], policies, notes };
}

const order: readonly Verdict[] = ['NotSimulated', 'ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];

/** An operation is allowed when all its parts are; what is not simulated in one is not in the whole. */
function leastOf(verdicts: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'NotSimulated';
}

function joinParts(parts: readonly DecisionPart[], more: readonly Note[]): Decision {
  const verdict = leastOf(parts.map(({ decision }) => decision.verdict));
  const deciding = parts.find(({ decision }) => decision.verdict === verdict) ?? parts[0];
  if (deciding === undefined) return notSimulated([], []);
  const { message, steps, policies } = deciding.decision;
  const notes = [...more, ...parts.flatMap(({ decision }) => decision.notes)];
  return { verdict, message, steps, policies, notes, parts };
}
